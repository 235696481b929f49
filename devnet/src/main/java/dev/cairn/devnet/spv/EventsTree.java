package dev.cairn.devnet.spv;

import dev.cairn.devnet.spv.EventsProver.Algorithm;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A Merkle tree in the shape of RFC 6962 under either hash (reference/chainweb.md 1.2, 1.5): {@code
 * H(0x00 ‖ leaf)}, {@code H(0x01 ‖ left ‖ right)}.
 */
final class EventsTree {

  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  /** Where the sibling is. */
  private static final int LEFT = 0x00;

  private static final int RIGHT = 0x01;

  private final Algorithm algorithm;
  private final List<byte[]> hashes;

  EventsTree(Algorithm algorithm, List<byte[]> leaves) {
    this.algorithm = algorithm;
    this.hashes = leaves.stream().map(leaf -> hash(LEAF, leaf)).toList();
  }

  // BE32(number of steps) ‖ BE64(position) ‖ (side ‖ sibling) from the leaf to the root
  byte[] prove(int position) {
    ByteArrayOutputStream steps = new ByteArrayOutputStream();
    int count = path(hashes, position, steps);
    byte[] path = steps.toByteArray();
    return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + path.length)
        .putInt(count)
        .putLong(position)
        .put(path)
        .array();
  }

  private int path(List<byte[]> below, int position, ByteArrayOutputStream steps) {
    if (below.size() == 1) {
      return 0;
    }
    int half = Integer.highestOneBit(below.size() - 1);
    List<byte[]> left = below.subList(0, half);
    List<byte[]> right = below.subList(half, below.size());
    boolean isLeft = position < half;
    int count = isLeft ? path(left, position, steps) : path(right, position - half, steps);
    steps.write(isLeft ? RIGHT : LEFT);
    steps.writeBytes(root(isLeft ? right : left));
    return count + 1;
  }

  private byte[] root(List<byte[]> below) {
    if (below.size() == 1) {
      return below.get(0);
    }
    int half = Integer.highestOneBit(below.size() - 1);
    return hash(NODE, root(below.subList(0, half)), root(below.subList(half, below.size())));
  }

  private byte[] hash(byte prefix, byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(prefix);
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return algorithm.hash(bytes.toByteArray());
  }
}
