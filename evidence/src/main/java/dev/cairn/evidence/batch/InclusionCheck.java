package dev.cairn.evidence.batch;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import java.util.List;

/** Checks the paths that {@link BatchTree#path} gives (RFC 9162 §2.1.3.2). */
public final class InclusionCheck {
  private InclusionCheck() {}

  /**
   * Whether the path leads from the leaf at the index of a tree of that size to the root. Missing
   * and superfluous hashes are refused before anything is hashed.
   *
   * @param size from a signed or anchored source, never from the proof itself
   */
  public static boolean checkInclusion(
      Hash leaf, LeafIndex index, int size, List<Hash> path, BatchRoot root) {
    return size >= 1
        && size <= BatchTree.MAX_SIZE
        && index.value() < size
        && path.size() == pathLength(index.value(), size)
        && run(leaf, index.value(), size - 1, path).equals(root.hash());
  }

  /** The number of siblings above a leaf: levels on which it is no lonely right edge. */
  static int pathLength(int index, int size) {
    int length = 0;
    int node = index;
    for (int last = size - 1; last > 0; last >>= 1) {
      if (node < last || (node & 1) == 1) {
        length++;
      }
      node >>= 1;
    }
    return length;
  }

  private static Hash run(Hash leaf, int index, int lastIndex, List<Hash> path) {
    Hash current = leaf;
    int node = index;
    int last = lastIndex;
    int used = 0;
    for (; last > 0; last >>= 1) {
      if ((node & 1) == 1) {
        current = MerkleLog.hashNode(path.get(used++), current);
      } else if (node < last) {
        current = MerkleLog.hashNode(current, path.get(used++));
      }
      node >>= 1;
    }
    return current;
  }
}
