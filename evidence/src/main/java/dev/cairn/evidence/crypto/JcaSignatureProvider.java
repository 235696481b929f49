package dev.cairn.evidence.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;

/** A provider of the Java Cryptography Architecture, behind the checks of the signature rule. */
final class JcaSignatureProvider implements SignatureProvider {
  private static final String ECDSA = "SHA256withECDSAinP1363Format";

  private final String name;
  private final JcaSignatures ed25519;
  private final SignatureCheck es256;
  private final SignatureCheck es256k;

  /** The part of {@link SignatureProvider#verify} that one algorithm needs. */
  @FunctionalInterface
  private interface SignatureCheck {
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);
  }

  private JcaSignatureProvider(
      String name, JcaSignatures ed25519, SignatureCheck es256, SignatureCheck es256k) {
    this.name = name;
    this.ed25519 = ed25519;
    this.es256 = es256;
    this.es256k = es256k;
  }

  /** All three algorithms by Amazon Corretto Crypto Provider; its Ed25519 keys are the JDK's. */
  static JcaSignatureProvider corretto(Provider accp) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("EC", accp);
    return new JcaSignatureProvider(
        "accp",
        JcaSignatures.of("Ed25519", accp, JcaKeys.ed25519(jdkFactory("Ed25519"))),
        JcaSignatures.of(ECDSA, accp, JcaKeys.ecdsa(EcCurve.P256, factory))::verify,
        JcaSignatures.of(ECDSA, accp, JcaKeys.ecdsa(EcCurve.SECP256K1, factory))::verify);
  }

  /**
   * Ed25519 by the JDK's SunEC, ECDSA by the given provider: SunEC has had no secp256k1 since JDK
   * 16, and on P-256 it refuses good signatures whose point has x >= n (wycheproof ES256 tests 115
   * and 257), so it can't follow the rule.
   */
  static JcaSignatureProvider jdk(SignatureProvider ecdsa) throws GeneralSecurityException {
    return new JcaSignatureProvider(
        "jdk",
        JcaSignatures.of(
            "Ed25519", Security.getProvider("SunEC"), JcaKeys.ed25519(jdkFactory("Ed25519"))),
        checkBy(ecdsa, SignatureAlgorithm.ES256),
        checkBy(ecdsa, SignatureAlgorithm.ES256K));
  }

  private static SignatureCheck checkBy(SignatureProvider other, SignatureAlgorithm algorithm) {
    return (key, message, signature) -> other.verify(algorithm, key, message, signature);
  }

  private static KeyFactory jdkFactory(String algorithm) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm, "SunEC");
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
      case ES256 ->
          EcCurve.P256.admitsSignature(signature) && es256.verify(publicKey, message, signature);
      case ES256K ->
          EcCurve.SECP256K1.admitsSignature(signature)
              && es256k.verify(publicKey, message, signature);
    };
  }
}
