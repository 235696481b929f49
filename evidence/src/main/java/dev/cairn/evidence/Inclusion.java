package dev.cairn.evidence;

import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.batch.LeafIndex;
import java.util.List;

/**
 * An event's place in a batch, as claimed by the evidence.
 *
 * @param path siblings from the leaf to the root
 */
public record Inclusion(
    BatchId batchId, LeafIndex leafIndex, int treeSize, List<Hash> path, BatchRoot root) {
  /** A path in a tree of {@link BatchTree#MAX_SIZE} leaves. */
  public static final int MAX_PATH = 20;

  public Inclusion {
    path = List.copyOf(path);
    if (path.size() > MAX_PATH) {
      throw new IllegalArgumentException(
          "A path has at most %d hashes, not %d.".formatted(MAX_PATH, path.size()));
    }
    if (treeSize < 1 || treeSize > BatchTree.MAX_SIZE) {
      throw new IllegalArgumentException(
          "A batch has 1 to %d leaves, not %d.".formatted(BatchTree.MAX_SIZE, treeSize));
    }
  }

  /** The place of a leaf in a tree. */
  public static Inclusion of(BatchId batchId, BatchTree tree, LeafIndex index) {
    return new Inclusion(batchId, index, tree.size(), tree.path(index), tree.root());
  }
}
