package dev.cairn.chainweb;

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

  private Base64Url() {}

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
