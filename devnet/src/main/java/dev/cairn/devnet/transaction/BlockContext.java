package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.contract.ChainData;
import java.math.BigDecimal;

/** What a block knows before it is made: the block it follows, and who mines it. */
public record BlockContext(BlockHeader parent, MinerAccount miner) {

  /** Height of the block being made. */
  public long height() {
    return parent.height().value() + 1;
  }

  // Height is the new block's, time and hash are its parent's (reference/pact.md 4.10).
  ChainData chainData(String sender, long gasLimit, BigDecimal gasPrice) {
    return new ChainData(
        parent.chainId().toString(),
        height(),
        parent.creationTime().micros(),
        parent.hash().toString(),
        sender,
        gasLimit,
        gasPrice);
  }

  ChainData chainData(Meta meta) {
    return chainData(meta.sender(), meta.gasUnits(), meta.gasPrice());
  }
}
