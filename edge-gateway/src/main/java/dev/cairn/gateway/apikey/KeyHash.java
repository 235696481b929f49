package dev.cairn.gateway.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is kept of an API key: its SHA-256. The secret is 256 random bits, so there is nothing to
 * guess, and a slow hash as for passwords would only cost every request time.
 */
public final class KeyHash {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private KeyHash(byte[] bytes) {
    this.bytes = bytes;
  }

  static KeyHash of(String key) {
    try {
      // H(key's text)
      byte[] text = key.getBytes(StandardCharsets.US_ASCII);
      return new KeyHash(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** The hash of its text. */
  public static KeyHash parse(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A key's hash is 32 bytes, not " + bytes.length + ".");
    }
    return new KeyHash(bytes);
  }

  /** Takes the same time wherever the two differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KeyHash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes[0];
  }

  /** base64url. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
