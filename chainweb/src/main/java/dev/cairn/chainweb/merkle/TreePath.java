package dev.cairn.chainweb.merkle;

import java.util.List;

/**
 * What the sides of a path say about a position, without knowing the size of the tree.
 *
 * <p>Algorithm, on the shape of reference §1.2. Reading from the root down, a LEFT sibling means
 * that the item is in the rest: the size k of the first part, a power of two, is taken off the
 * position. These powers strictly decrease. The first RIGHT sibling, with j steps below it, means
 * that the item is in a full tree of 2ʲ items; from there on the sides are the low j bits of the
 * position, LEFT for a set bit. So a position fits iff
 *
 * <ol>
 *   <li>its low j bits equal the sides below the first RIGHT,
 *   <li>bit j is clear, and
 *   <li>the number of set bits above equals the number of LEFTs before that RIGHT.
 * </ol>
 *
 * Every change of a single bit of a position breaks one of the three.
 */
final class TreePath {

  private TreePath() {}

  /** Whether some tree has this path, ordered leaf to root, at this position. */
  static boolean fits(long position, List<ProofStep> path) {
    int below = path.size();
    int leadingLefts = 0;
    while (below > 0 && path.get(below - 1).side() == Side.LEFT) {
      below--;
      leadingLefts++;
    }
    if (below == 0) {
      return Long.bitCount(position) == leadingLefts;
    }
    int fullTreeHeight = below - 1;
    return fullTreeHeight < Long.SIZE - 1
        && lowBits(path, fullTreeHeight) == (position & mask(fullTreeHeight + 1))
        && Long.bitCount(position >>> (fullTreeHeight + 1)) == leadingLefts;
  }

  private static long lowBits(List<ProofStep> path, int count) {
    long bits = 0;
    for (int i = 0; i < count; i++) {
      if (path.get(i).side() == Side.LEFT) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }
}
