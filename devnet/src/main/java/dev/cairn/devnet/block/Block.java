package dev.cairn.devnet.block;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import java.util.List;

/** A header and the payload whose hash it carries. */
public record Block(BlockHeader header, PayloadWithOutputs payload) {

  public Block {
    if (!header.payloadHash().equals(payload.payloadHash())) {
      throw new IllegalArgumentException(
          "A block holds the payload that its header names, not " + payload.payloadHash() + ".");
    }
  }

  public ChainId chain() {
    return header.chainId();
  }

  public BlockHeight height() {
    return header.height();
  }

  /** The commands of its transactions, in their order. */
  public List<PactCommand> commands() {
    return payload.transactions().stream()
        .map(transaction -> PactCommand.fromJson(transaction.transaction().bytes()))
        .toList();
  }

  /** The request keys of its transactions, in their order. */
  public List<Hash> requestKeys() {
    return commands().stream().map(PactCommand::hash).toList();
  }
}
