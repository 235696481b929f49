package dev.cairn.chainweb;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/** Thirty-two bytes that name something: a block, a payload, a tree root, a transaction. */
public final class Hash implements Comparable<Hash> {

  /** Size in bytes. */
  public static final int SIZE = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new MalformedException("A hash is 32 bytes, not " + bytes.length + ".");
    }
    this.bytes = bytes;
  }

  public static Hash of(byte[] bytes) {
    return new Hash(bytes.clone());
  }

  /** Reads the next 32 bytes of a buffer. */
  public static Hash read(ByteBuffer source) {
    byte[] bytes = new byte[SIZE];
    source.get(bytes);
    return new Hash(bytes);
  }

  /** Reads base64url text of 43 characters. */
  public static Hash parse(String base64Url) {
    return new Hash(Base64Url.decode(base64Url));
  }

  /** Takes an array that nobody else holds. */
  static Hash owning(byte[] bytes) {
    return new Hash(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Appends the 32 bytes without a copy in between. */
  public void write(ByteBuffer target) {
    target.put(bytes);
  }

  void feed(MessageDigest digest) {
    digest.update(bytes);
  }

  @Override
  public int compareTo(Hash other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Base64Url.encode(bytes);
  }
}
