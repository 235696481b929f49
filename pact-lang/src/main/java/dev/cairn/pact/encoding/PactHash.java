package dev.cairn.pact.encoding;

import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** Pact's hash, BLAKE2b with 256 bits; as text in base64url (reference section 3.2). */
public final class PactHash {
  private static final int BITS = 256;

  private PactHash() {}

  public static byte[] of(byte[] bytes) {
    Blake2bDigest digest = new Blake2bDigest(BITS);
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  /** The hash of a text's UTF-8 bytes, as text. */
  public static String ofText(String text) {
    return Base64Url.encode(of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the native {@code hash} gives: of a string its bytes, else of the stable JSON. */
  public static String ofValue(PactValue value) {
    return ofText(value instanceof PString string ? string.value() : StableJson.write(value));
  }
}
