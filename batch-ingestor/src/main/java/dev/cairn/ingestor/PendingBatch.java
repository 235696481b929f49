package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;

/**
 * A closed batch that is not final: what the contract is told about it, and since when it waits.
 *
 * @param root root of the batch tree
 * @param treeSize number of leaves
 */
record PendingBatch(BatchId id, ChainId chain, Hash root, int treeSize, long closedAtMillis) {

  PendingBatch {
    if (treeSize < 1) {
      throw new IllegalArgumentException("A batch has at least one leaf, not " + treeSize + ".");
    }
  }
}
