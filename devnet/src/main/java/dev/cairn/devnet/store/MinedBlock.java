package dev.cairn.devnet.store;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.block.Block;
import java.util.List;

/**
 * A block and what mining it left behind.
 *
 * @param requestKeys of its transactions, in their order
 * @param rows contract state that it changed; of two under one name the later counts
 * @param nextTxId the first transaction id that its branch has not used
 * @param parent lineage of the block below it; {@link Lineage#NONE} for genesis
 */
public record MinedBlock(
    Block block, List<Hash> requestKeys, List<Row> rows, long nextTxId, Lineage parent) {

  public MinedBlock {
    requestKeys = List.copyOf(requestKeys);
    rows = List.copyOf(rows);
    if (requestKeys.size() != block.payload().transactions().size()) {
      throw new IllegalArgumentException("A block has one request key for each transaction.");
    }
  }

  public ChainId chain() {
    return block.chain();
  }
}
