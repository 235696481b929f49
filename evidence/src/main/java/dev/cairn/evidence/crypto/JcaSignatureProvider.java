package dev.cairn.evidence.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;

/**
 * A provider of the Java Cryptography Architecture, behind the checks of the signature rule. What
 * it can't or should not verify is left to Bouncy Castle.
 */
final class JcaSignatureProvider implements SignatureProvider {
  private static final String ED25519 = "Ed25519";
  private static final String SUN_EC = "SunEC";

  private final String name;
  private final JcaSignatures ed25519;
  private final SignatureCheck es256;
  private final SignatureProvider es256k;

  /** The part of {@link SignatureProvider#verify} that one algorithm needs. */
  @FunctionalInterface
  private interface SignatureCheck {
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);
  }

  private JcaSignatureProvider(
      String name, JcaSignatures ed25519, SignatureCheck es256, SignatureProvider es256k) {
    this.name = name;
    this.ed25519 = ed25519;
    this.es256 = es256;
    this.es256k = es256k;
  }

  /**
   * Ed25519 and ES256 by Amazon Corretto Crypto Provider. Its secp256k1 takes twice the time of
   * Bouncy Castle's, so ES256K stays there.
   */
  static JcaSignatureProvider corretto(Provider accp, SignatureProvider bouncyCastle)
      throws GeneralSecurityException {
    JcaSignatures es256 =
        JcaSignatures.of(
            "SHA256withECDSAinP1363Format", accp, JcaKeys.p256(KeyFactory.getInstance("EC", accp)));
    return new JcaSignatureProvider(
        "accp",
        ed25519(accp, ownKeysOrSunEc(accp)),
        (key, message, signature) ->
            EcCurve.P256.admitsSignature(signature) && es256.verify(key, message, signature),
        bouncyCastle);
  }

  /**
   * Ed25519 by the JDK's SunEC. ECDSA stays with Bouncy Castle: SunEC has had no secp256k1 since
   * JDK 16, and on P-256 it refuses good signatures whose point has x >= n (wycheproof ES256 tests
   * 115 and 257), so it can't follow the rule.
   */
  static JcaSignatureProvider jdk(SignatureProvider bouncyCastle) throws GeneralSecurityException {
    return new JcaSignatureProvider(
        "jdk",
        ed25519(Security.getProvider(SUN_EC), KeyFactory.getInstance(ED25519, SUN_EC)),
        (key, message, signature) ->
            bouncyCastle.verify(SignatureAlgorithm.ES256, key, message, signature),
        bouncyCastle);
  }

  /** Keys of another provider ACCP translates anew for each check. */
  private static KeyFactory ownKeysOrSunEc(Provider accp) throws GeneralSecurityException {
    return accp.getService("KeyFactory", ED25519) != null
        ? KeyFactory.getInstance(ED25519, accp)
        : KeyFactory.getInstance(ED25519, SUN_EC);
  }

  private static JcaSignatures ed25519(Provider provider, KeyFactory factory)
      throws GeneralSecurityException {
    return JcaSignatures.of(ED25519, provider, JcaKeys.ed25519(factory));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean verify(
      SignatureAlgorithm algorithm, byte[] publicKey, byte[] message, byte[] signature) {
    return switch (algorithm) {
      case EDDSA ->
          Ed25519Rule.admitsSignature(signature) && ed25519.verify(publicKey, message, signature);
      case ES256 -> es256.verify(publicKey, message, signature);
      case ES256K -> es256k.verify(algorithm, publicKey, message, signature);
    };
  }
}
