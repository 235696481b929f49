package dev.cairn.evidence.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A private key and its public half. Signing is deterministic (RFC 8032, RFC 6979), so it needs no
 * randomness; ECDSA signatures are written with low s. Safe for use by many threads.
 */
public final class SigningKey {
  /** Length in bytes of a private key: an Ed25519 seed or a scalar, big endian. */
  static final int SECRET_BYTES = 32;

  private final SignatureAlgorithm algorithm;
  private final byte[] secret;
  private final byte[] publicKey;
  private final DidKey didKey;

  private SigningKey(SignatureAlgorithm algorithm, byte[] secret, byte[] publicKey) {
    this.algorithm = algorithm;
    this.secret = secret;
    this.publicKey = publicKey;
    this.didKey = DidKey.of(algorithm, publicKey);
  }

  /** A new key from the given randomness. */
  public static SigningKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    do {
      random.nextBytes(secret);
    } while (algorithm != SignatureAlgorithm.EDDSA
        && !Ecdsa.isSecret(EcCurve.of(algorithm), secret));
    return ofSecret(algorithm, secret);
  }

  /** The key of a 32-byte Ed25519 seed (RFC 8032 §5.1.5). */
  public static SigningKey fromEd25519Seed(byte[] seed) {
    return ofSecret(SignatureAlgorithm.EDDSA, seed.clone());
  }

  /** The key of a private JWK text, see {@link #toJwk()}. */
  public static SigningKey fromJwk(byte[] json) {
    return PrivateJwk.parse(json);
  }

  static SigningKey ofSecret(SignatureAlgorithm algorithm, byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException(
          "A private key is 32 bytes, not %d.".formatted(secret.length));
    }
    return new SigningKey(algorithm, secret, publicKeyOf(algorithm, secret));
  }

  private static byte[] publicKeyOf(SignatureAlgorithm algorithm, byte[] secret) {
    if (algorithm != SignatureAlgorithm.EDDSA) {
      return Ecdsa.publicKey(EcCurve.of(algorithm), secret);
    }
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(secret, 0, publicKey, 0);
    return publicKey;
  }

  /** The signature, 64 bytes, over the message. */
  public byte[] sign(byte[] message) {
    if (algorithm != SignatureAlgorithm.EDDSA) {
      return Ecdsa.sign(EcCurve.of(algorithm), secret, message);
    }
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(secret, 0, publicKey, 0, null, message, 0, message.length, signature, 0);
    return signature;
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The public key in the form that {@link SignatureAlgorithm} states. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  public DidKey didKey() {
    return didKey;
  }

  /**
   * The key as a private JWK (RFC 7517; RFC 8037 for Ed25519), one line of JSON. Keep it secret.
   */
  public String toJwk() {
    return PrivateJwk.write(this);
  }

  byte[] secret() {
    return secret;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningKey that
        && algorithm == that.algorithm
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }

  /** Names the public half only. */
  @Override
  public String toString() {
    return "SigningKey[" + didKey + "]";
  }
}
