package dev.cairn.chainweb;

import java.math.BigInteger;

/** Unsigned 256-bit integers as Chainweb writes them: 32 bytes, little endian. */
public final class Uint256 {

  /** 2²⁵⁶ - 1. */
  public static final BigInteger MAX = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private Uint256() {}

  public static BigInteger fromLittleEndian(byte[] bytes) {
    if (bytes.length != Hash.SIZE) {
      throw new MalformedException("A 256-bit integer is 32 bytes, not " + bytes.length + ".");
    }
    return new BigInteger(1, reversed(bytes));
  }

  public static byte[] toLittleEndian(BigInteger value) {
    byte[] bigEndian = requireInRange(value, "What fits into 32 bytes").toByteArray();
    byte[] bytes = new byte[Hash.SIZE];
    int size = Math.min(bigEndian.length, Hash.SIZE);
    for (int i = 0; i < size; i++) {
      bytes[i] = bigEndian[bigEndian.length - 1 - i];
    }
    return bytes;
  }

  /** 64 hex digits, most significant first, as update streams and explorers show them. */
  public static String toHex(BigInteger value) {
    String digits = value.toString(16);
    return "0".repeat(2 * Hash.SIZE - digits.length()) + digits;
  }

  static BigInteger requireInRange(BigInteger value, String what) {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new MalformedException(what + " is an unsigned 256-bit integer, not " + value + ".");
    }
    return value;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
