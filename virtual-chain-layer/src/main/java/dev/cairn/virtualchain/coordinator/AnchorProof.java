package dev.cairn.virtualchain.coordinator;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.spv.SpvProof;
import java.util.List;

/**
 * A transaction's place on its own chain, proved: the root of {@code spv} is the hash of the first
 * header.
 *
 * @param transactionIndex position in the block, from 0
 * @param headers the block, then its confirmations, each the parent of the next; hashes are checked
 * @param spv proof of the transaction's output
 */
public record AnchorProof(
    ChainId chain,
    RequestKey requestKey,
    int transactionIndex,
    List<BlockHeader> headers,
    SpvProof spv) {

  public AnchorProof {
    headers = List.copyOf(headers);
    if (headers.isEmpty()) {
      throw new IllegalArgumentException("An anchor proof has the header of its block.");
    }
  }

  /** The block that holds the transaction. */
  public BlockHeader block() {
    return headers.get(0);
  }
}
