package dev.cairn.chainweb.merkle;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Sha512t256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A Merkle tree over a list of items, in the shape of RFC 6962 (reference §1.2). */
public final class MerkleLog {

  private static final byte LEAF_PREFIX = 0x00;
  private static final byte NODE_PREFIX = 0x01;

  private final List<Hash> items;

  private MerkleLog(List<Hash> items) {
    this.items = items;
  }

  public static MerkleLog of(List<? extends MerkleItem> items) {
    return new MerkleLog(items.stream().map(MerkleItem::hash).toList());
  }

  /** A log of items of which only the hashes are known. */
  public static MerkleLog ofHashes(List<Hash> itemHashes) {
    return new MerkleLog(List.copyOf(itemHashes));
  }

  /** H(0x00 ‖ parts) (reference §1.1). */
  public static Hash hashLeaf(byte[]... parts) {
    return Sha512t256.hash(LEAF_PREFIX, parts);
  }

  /** H(0x01 ‖ left ‖ right) (reference §1.1). */
  public static Hash hashNode(Hash left, Hash right) {
    return Sha512t256.hash(NODE_PREFIX, left, right);
  }

  /**
   * H(0x01 ‖ left ‖ right), where both children stand side by side.
   *
   * @param at where they begin
   * @param to where the hash is written, in the same bytes
   */
  public static void hashNode(byte[] hashes, int at, int to) {
    Sha512t256.hash(NODE_PREFIX, hashes, at, 2 * Hash.SIZE, hashes, to);
  }

  /** The root over item hashes; H("") when there are none. */
  public static Hash rootOf(List<Hash> itemHashes) {
    if (itemHashes.isEmpty()) {
      return Sha512t256.hash();
    }
    if (itemHashes.size() == 1) {
      return itemHashes.get(0);
    }
    int k = split(itemHashes.size());
    return hashNode(
        rootOf(itemHashes.subList(0, k)), rootOf(itemHashes.subList(k, itemHashes.size())));
  }

  public int size() {
    return items.size();
  }

  public Hash root() {
    return rootOf(items);
  }

  /** Proves that the item at a position is in this log; {@link InclusionProof#run} is the check. */
  public InclusionProof proveInclusion(int position) {
    if (position < 0 || position >= items.size()) {
      throw new IllegalArgumentException(
          "A log of " + items.size() + " items has no position " + position + ".");
    }
    List<ProofStep> steps = new ArrayList<>();
    appendSteps(items, position, steps);
    return new InclusionProof(position, steps);
  }

  /** All 2n - 1 hashes in post order; the last 32 bytes are the root (reference §1.2). */
  public byte[] packedTree() {
    int hashes = Math.max(1, 2 * items.size() - 1);
    ByteBuffer packed = ByteBuffer.allocate(Hash.SIZE * hashes);
    pack(items, packed);
    return packed.array();
  }

  /** The largest power of two strictly below n. */
  static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }

  private static void appendSteps(List<Hash> items, int position, List<ProofStep> steps) {
    if (items.size() == 1) {
      return;
    }
    int k = split(items.size());
    List<Hash> first = items.subList(0, k);
    List<Hash> rest = items.subList(k, items.size());
    if (position < k) {
      appendSteps(first, position, steps);
      steps.add(new ProofStep(Side.RIGHT, rootOf(rest)));
    } else {
      appendSteps(rest, position - k, steps);
      steps.add(new ProofStep(Side.LEFT, rootOf(first)));
    }
  }

  private static Hash pack(List<Hash> items, ByteBuffer packed) {
    Hash root;
    if (items.size() < 2) {
      root = rootOf(items);
    } else {
      int k = split(items.size());
      Hash left = pack(items.subList(0, k), packed);
      root = hashNode(left, pack(items.subList(k, items.size()), packed));
    }
    root.write(packed);
    return root;
  }
}
