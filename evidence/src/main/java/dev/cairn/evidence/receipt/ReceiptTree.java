package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.BatchTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The receipts of events that were accepted together: the signed part, and the tree whose root it
 * signs. The shape is that of {@link BatchTree}. A receipt is made from it when one is asked for.
 */
public final class ReceiptTree {
  private final String jws;
  private final int size;

  /** The leaves, then each level above them up to the root: one array, hash after hash. */
  private final byte[] hashes;

  ReceiptTree(String jws, int size, byte[] hashes) {
    this.jws = jws;
    this.size = size;
    this.hashes = hashes;
  }

  /**
   * The tree of what {@link #hashes()} gave, which is trusted to be one.
   *
   * @throws IllegalArgumentException when there are not as many hashes as such a tree has
   */
  public static ReceiptTree of(String jws, int size, byte[] hashes) {
    if (size < 1 || size > BatchTree.MAX_SIZE || hashes.length != nodes(size) * Hash.SIZE) {
      throw new IllegalArgumentException(
          "A tree of %d leaves does not have %d bytes.".formatted(size, hashes.length));
    }
    return new ReceiptTree(jws, size, hashes);
  }

  /** All levels over these leaves; a node without right sibling moves up unchanged. */
  static byte[] hashes(List<Hash> leaves) {
    byte[] hashes = new byte[nodes(leaves.size()) * Hash.SIZE];
    ByteBuffer out = ByteBuffer.wrap(hashes);
    leaves.forEach(leaf -> leaf.write(out));
    int level = 0;
    for (int width = leaves.size(); width > 1; width = (width + 1) / 2) {
      int above = level + width * Hash.SIZE;
      for (int i = 0; i + 1 < width; i += 2) {
        MerkleLog.hashNode(hashes, level + i * Hash.SIZE, above + i / 2 * Hash.SIZE);
      }
      if (width % 2 == 1) {
        int last = level + (width - 1) * Hash.SIZE;
        System.arraycopy(hashes, last, hashes, above + width / 2 * Hash.SIZE, Hash.SIZE);
      }
      level = above;
    }
    return hashes;
  }

  private static int nodes(int size) {
    int nodes = 1;
    for (int width = size; width > 1; width = (width + 1) / 2) {
      nodes += width;
    }
    return nodes;
  }

  static BatchRoot root(byte[] hashes) {
    int at = hashes.length - Hash.SIZE;
    return new BatchRoot(Hash.of(Arrays.copyOfRange(hashes, at, hashes.length)));
  }

  /** The part that is common to all receipts. */
  public String jws() {
    return jws;
  }

  /** How many receipts there are. */
  public int size() {
    return size;
  }

  /** Every hash of the tree, 32 bytes each; shared, not copied: nobody changes it. */
  public byte[] hashes() {
    return hashes;
  }

  /** How many hashes the tree has on all levels. */
  public int nodes() {
    return hashes.length / Hash.SIZE;
  }

  /** One of {@link #hashes()}, by its number. */
  public byte[] hash(int node) {
    return Arrays.copyOfRange(hashes, node * Hash.SIZE, (node + 1) * Hash.SIZE);
  }

  /**
   * Which hashes are the path of a leaf, from the leaf to the root: numbers of nodes in {@link
   * #hashes()}.
   */
  public int[] path(int index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "There are %d receipts, none at %d.".formatted(size, index));
    }
    int[] path = new int[Receipt.MAX_PATH];
    int length = 0;
    int level = 0;
    int node = index;
    for (int width = size; width > 1; width = (width + 1) / 2) {
      if ((node ^ 1) < width) {
        path[length++] = level + (node ^ 1);
      }
      level += width;
      node >>= 1;
    }
    return Arrays.copyOf(path, length);
  }

  public Receipt receipt(int index, Optional<DeviceKey> device) {
    List<Hash> siblings = new ArrayList<>();
    for (int node : path(index)) {
      siblings.add(Hash.of(hash(node)));
    }
    return new Receipt(jws, index, siblings, device);
  }

  /** Two trees are equal if their signed parts are: these name the root. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ReceiptTree that && jws.equals(that.jws);
  }

  @Override
  public int hashCode() {
    return jws.hashCode();
  }
}
