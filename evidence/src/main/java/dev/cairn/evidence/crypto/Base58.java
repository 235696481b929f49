package dev.cairn.evidence.crypto;

import java.util.Arrays;
import java.util.Optional;

/**
 * Base58 with the Bitcoin alphabet, as multibase {@code z} uses it, for numbers that start with a
 * non-zero byte (every multicodec key does). Each byte string has exactly one text.
 */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final byte[] DIGITS = digits();

  private Base58() {}

  static String encode(byte[] bytes) {
    // log(256) / log(58) is below 1.37.
    byte[] digits = new byte[bytes.length * 137 / 100 + 1];
    int used = 0;
    for (byte next : bytes) {
      used = multiplyAndAdd(digits, used, 58, 256, next & 0xff);
    }
    StringBuilder text = new StringBuilder(used);
    for (int i = used - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt(digits[i]));
    }
    return text.toString();
  }

  /** The bytes, or empty if the text has another alphabet, a leading 1, or is too long. */
  static Optional<byte[]> decode(String text, int maxBytes) {
    if (text.isEmpty() || text.charAt(0) == '1' || text.length() > maxBytes * 137 / 100 + 1) {
      return Optional.empty();
    }
    byte[] reversed = new byte[text.length()];
    int used = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) < 128 ? DIGITS[text.charAt(i)] : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      used = multiplyAndAdd(reversed, used, 256, 58, digit);
    }
    return used > maxBytes ? Optional.empty() : Optional.of(reverse(reversed, used));
  }

  /** number = number * factor + addend, on little-endian digits of the base; the new length. */
  private static int multiplyAndAdd(byte[] digits, int used, int base, int factor, int addend) {
    int carry = addend;
    int i = 0;
    for (; i < used || carry != 0; i++) {
      carry += (digits[i] & 0xff) * factor;
      digits[i] = (byte) (carry % base);
      carry /= base;
    }
    return i;
  }

  private static byte[] reverse(byte[] reversed, int used) {
    byte[] bytes = new byte[used];
    for (int i = 0; i < used; i++) {
      bytes[i] = reversed[used - 1 - i];
    }
    return bytes;
  }

  private static byte[] digits() {
    byte[] digits = new byte[128];
    Arrays.fill(digits, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      digits[ALPHABET.charAt(i)] = (byte) i;
    }
    return digits;
  }
}
