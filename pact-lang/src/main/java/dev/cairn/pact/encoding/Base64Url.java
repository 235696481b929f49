package dev.cairn.pact.encoding;

import java.util.Base64;
import java.util.Optional;

/** The URL alphabet of RFC 4648 section 5, written without padding. */
public final class Base64Url {
  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The bytes, or nothing for other characters, false padding, or bits left over. */
  public static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String canonical = encode(bytes);
      // The JDK accepts bits left over, so compare with what these bytes should look like.
      boolean exact = text.equals(canonical) || text.equals(padded(canonical));
      return exact ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String padded(String unpadded) {
    return unpadded + "=".repeat(Math.floorMod(-unpadded.length(), 4));
  }
}
