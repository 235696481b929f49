package dev.cairn.evidence.crypto;

import java.util.Optional;

/**
 * The signature algorithms of Cairn, by their JWS names (RFC 8037, RFC 7518 §3.4, RFC 8812 §3.2).
 * Signatures are 64 bytes: R ‖ S for EdDSA, r ‖ s (P1363) for ECDSA. Public keys are 32 bytes for
 * EdDSA (Ed25519 only) and 33 bytes, the compressed SEC 1 point, for ECDSA.
 */
public enum SignatureAlgorithm {
  EDDSA("EdDSA", 32),
  ES256("ES256", 33),
  ES256K("ES256K", 33);

  /** Length in bytes of every signature: two 256-bit numbers. */
  public static final int SIGNATURE_BYTES = 64;

  private final String jwsName;
  private final int publicKeyBytes;

  SignatureAlgorithm(String jwsName, int publicKeyBytes) {
    this.jwsName = jwsName;
    this.publicKeyBytes = publicKeyBytes;
  }

  /** The {@code alg} value of a JWS header. */
  public String jwsName() {
    return jwsName;
  }

  /** Length in bytes of a public key. */
  public int publicKeyBytes() {
    return publicKeyBytes;
  }

  /** The algorithm of a JWS {@code alg} value, which is compared exactly, case included. */
  public static Optional<SignatureAlgorithm> ofJwsName(String jwsName) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.jwsName.equals(jwsName)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
