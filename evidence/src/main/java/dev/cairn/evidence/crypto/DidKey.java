package dev.cairn.evidence.crypto;

import java.util.Arrays;
import java.util.Optional;

/**
 * A public key as a {@code did:key} (W3C did:key method): {@code did:key:z} and
 * base58btc(multicodec ‖ key). The multicodec prefixes are the varints of 0xed (Ed25519), 0x1200
 * (P-256) and 0xe7 (secp256k1). A key has exactly one such text.
 */
public final class DidKey {
  private static final String PREFIX = "did:key:z";

  /** Two bytes of multicodec and a compressed point. */
  private static final int MAX_BYTES = 2 + 33;

  private final SignatureAlgorithm algorithm;
  private final byte[] publicKey;
  private final String text;

  private DidKey(SignatureAlgorithm algorithm, byte[] publicKey, String text) {
    this.algorithm = algorithm;
    this.publicKey = publicKey;
    this.text = text;
  }

  /** The name of a public key; its length is checked here, the point by the signature provider. */
  public static DidKey of(SignatureAlgorithm algorithm, byte[] publicKey) {
    if (publicKey.length != algorithm.publicKeyBytes()) {
      throw new IllegalArgumentException(
          "A public key for %s is %d bytes, not %d."
              .formatted(algorithm.jwsName(), algorithm.publicKeyBytes(), publicKey.length));
    }
    return new DidKey(algorithm, publicKey.clone(), encode(algorithm, publicKey));
  }

  private static String encode(SignatureAlgorithm algorithm, byte[] publicKey) {
    byte[] codec = multicodec(algorithm);
    byte[] bytes = Arrays.copyOf(codec, codec.length + publicKey.length);
    System.arraycopy(publicKey, 0, bytes, codec.length, publicKey.length);
    return PREFIX + Base58.encode(bytes);
  }

  /** The key that the text names, or empty if it is no did:key of an algorithm known here. */
  public static Optional<DidKey> parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return Base58.decode(text.substring(PREFIX.length()), MAX_BYTES)
        .flatMap(bytes -> ofMulticodec(bytes, text));
  }

  private static Optional<DidKey> ofMulticodec(byte[] bytes, String text) {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      byte[] codec = multicodec(algorithm);
      if (bytes.length == codec.length + algorithm.publicKeyBytes()
          && Arrays.equals(bytes, 0, codec.length, codec, 0, codec.length)) {
        return Optional.of(
            new DidKey(algorithm, Arrays.copyOfRange(bytes, codec.length, bytes.length), text));
      }
    }
    return Optional.empty();
  }

  private static byte[] multicodec(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case EDDSA -> new byte[] {(byte) 0xed, 0x01};
      case ES256 -> new byte[] {(byte) 0x80, 0x24};
      case ES256K -> new byte[] {(byte) 0xe7, 0x01};
    };
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The key in the form that {@link SignatureAlgorithm} states. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** Whether the provider finds the signature good under this key. */
  public boolean verify(SignatureProvider provider, byte[] message, byte[] signature) {
    return provider.verify(algorithm, publicKey, message, signature);
  }

  /** The did:key text. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DidKey that
        && algorithm == that.algorithm
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }
}
