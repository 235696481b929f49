package dev.cairn.chainweb.merkle;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Hash;
import java.util.Arrays;

/** One item of a Merkle log: bytes, or the root of another tree (reference §1.1). */
public sealed interface MerkleItem {

  /** What enters the tree for this item. */
  Hash hash();

  static Input input(byte[] bytes) {
    return new Input(bytes.clone());
  }

  /** BE16(tag) ‖ payload (reference §1.3). */
  static Input tagged(MerkleTag tag, byte[] payload) {
    return new Input(tag.prepend(payload));
  }

  static Tree tree(Hash root) {
    return new Tree(root);
  }

  /** Bytes, hashed with the leaf prefix. */
  final class Input implements MerkleItem {

    private final byte[] bytes;

    private Input(byte[] bytes) {
      this.bytes = bytes;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public int size() {
      return bytes.length;
    }

    /** Whether the bytes start with BE16(tag). */
    public boolean hasTag(MerkleTag tag) {
      return bytes.length >= MerkleTag.SIZE
          && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) == tag.code();
    }

    /** The bytes behind the tag; callers check the tag first. */
    public byte[] untagged() {
      return Arrays.copyOfRange(bytes, MerkleTag.SIZE, bytes.length);
    }

    @Override
    public Hash hash() {
      return MerkleLog.hashLeaf(bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Input input && Arrays.equals(bytes, input.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "input " + Base64Url.encode(bytes);
    }
  }

  /** The root of another tree, put into this one as it is: no prefix, no tag. */
  record Tree(Hash hash) implements MerkleItem {}
}
