package dev.cairn.evidence.batch;

import dev.cairn.chainweb.Hash;

/** The root of a batch's tree, 32 bytes. */
public record BatchRoot(Hash hash) {

  public static BatchRoot of(byte[] bytes) {
    return new BatchRoot(Hash.of(bytes));
  }

  /** The root of its base64url text, 43 characters. */
  public static BatchRoot parse(String text) {
    return new BatchRoot(Hash.parse(text));
  }

  public byte[] bytes() {
    return hash.bytes();
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
