package dev.cairn.chainweb;

import java.math.BigInteger;

/**
 * The largest proof-of-work hash that a block may have, read as a number; 32 bytes LE on the wire.
 */
public record HashTarget(BigInteger value) {

  /** The easiest target: every hash meets it. */
  public static final HashTarget MAX = new HashTarget(Uint256.MAX);

  public HashTarget {
    Uint256.requireInRange(value, "A hash target");
  }

  public static HashTarget ofLittleEndian(byte[] bytes) {
    return new HashTarget(Uint256.fromLittleEndian(bytes));
  }

  public static HashTarget parse(String base64Url) {
    return ofLittleEndian(Base64Url.decode(base64Url));
  }

  public byte[] littleEndian() {
    return Uint256.toLittleEndian(value);
  }

  /** Difficulty of this target: (2²⁵⁶ - 1) div target (reference §2.6). */
  public BigInteger difficulty() {
    if (value.signum() == 0) {
      throw new MalformedException("A target of zero has no difficulty.");
    }
    return Uint256.MAX.divide(value);
  }

  /** 64 hex digits, most significant first. */
  public String hex() {
    return Uint256.toHex(value);
  }

  @Override
  public String toString() {
    return Base64Url.encode(littleEndian());
  }
}
