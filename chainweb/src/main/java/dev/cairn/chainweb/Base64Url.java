package dev.cairn.chainweb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The base64url alphabet of RFC 4648 §5 without padding, the only text form of bytes on Chainweb.
 *
 * <p>The strict decoder accepts exactly one text per byte string: no padding, and no set bits after
 * the last whole byte. A text that differs in one bit therefore never means the same bytes.
 */
public final class Base64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Bits of the last character that belong to no byte, by length modulo 4; -1: no such length. */
  private static final int[] STRAY_MASKS = {0, -1, 0b1111, 0b11};

  /** Value of each character; all bits set where it is not in the alphabet. */
  private static final int[] VALUES = values();

  private Base64Url() {}

  private static int[] values() {
    int[] values = new int[256];
    Arrays.fill(values, -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = i;
    }
    return values;
  }

  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** Decodes the one canonical text of some bytes. */
  public static byte[] decode(String text) {
    if (text.endsWith("=")) {
      throw new MalformedException("Base64url text here carries no padding.");
    }
    requireNoStrayBits(text);
    try {
      return DECODER.decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("The text is not base64url: " + e.getMessage() + ".", e);
    }
  }

  /** Decodes a range of ASCII text by the same rule, without making a text of it first. */
  public static byte[] decode(byte[] ascii, int from, int to) {
    int strayMask = STRAY_MASKS[(to - from) % 4];
    if (strayMask >= 0 && to > from && isCanonicalEnd(ascii[to - 1], strayMask)) {
      try {
        return DECODER.decode(Arrays.copyOfRange(ascii, from, to));
      } catch (IllegalArgumentException malformed) {
        // The other method says what is wrong.
      }
    }
    return decode(new String(ascii, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /** No padding, which the decoder below would take, and no stray bits. */
  private static boolean isCanonicalEnd(byte last, int strayMask) {
    return last != '=' && (VALUES[last & 0xff] & strayMask) == 0;
  }

  /** Decodes text that may carry the padding of RFC 4648, as nodes accept it (reference, intro). */
  public static byte[] decodeLenient(String text) {
    boolean padded = text.length() % 4 == 0 && text.endsWith("=");
    int padding = padded ? text.endsWith("==") ? 2 : 1 : 0;
    return decode(text.substring(0, text.length() - padding));
  }

  private static void requireNoStrayBits(String text) {
    int strayMask =
        switch (text.length() % 4) {
          case 0 -> 0;
          case 2 -> 0b1111;
          case 3 -> 0b11;
          default ->
              throw new MalformedException(
                  "Base64url text can't have " + text.length() + " characters.");
        };
    if (strayMask != 0 && (ALPHABET.indexOf(text.charAt(text.length() - 1)) & strayMask) != 0) {
      throw new MalformedException("The last character of the base64url text has stray bits.");
    }
  }
}
