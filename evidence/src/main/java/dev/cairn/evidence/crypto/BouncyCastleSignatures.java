package dev.cairn.evidence.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Bouncy Castle's low-level API: pure Java, all three algorithms, works everywhere. */
final class BouncyCastleSignatures implements SignatureProvider {
  private final KeyCache<Ed25519.PublicPoint> edKeys =
      new KeyCache<>(BouncyCastleSignatures::edKey);
  private final KeyCache<ECPublicKeyParameters> p256Keys = ecKeys(EcCurve.P256);
  private final KeyCache<ECPublicKeyParameters> k256Keys = ecKeys(EcCurve.SECP256K1);

  @Override
  public String name() {
    return "bouncycastle";
  }

  @Override
  public boolean verify(
      SignatureAlgorithm algorithm, byte[] publicKey, byte[] message, byte[] signature) {
    return switch (algorithm) {
      case EDDSA -> verifyEd25519(publicKey, message, signature);
      case ES256 -> verifyEcdsa(EcCurve.P256, p256Keys, publicKey, message, signature);
      case ES256K -> verifyEcdsa(EcCurve.SECP256K1, k256Keys, publicKey, message, signature);
    };
  }

  /**
   * Bouncy Castle multiplies the equation by a number that depends on k, so that torsion in R
   * sometimes vanishes. R must therefore be of prime order before it is asked; with A of prime
   * order that is what the cofactorless equation demands anyway.
   */
  private boolean verifyEd25519(byte[] publicKey, byte[] message, byte[] signature) {
    if (!Ed25519Rule.admitsSignature(signature)) {
      return false;
    }
    Optional<Ed25519.PublicPoint> key = edKeys.get(publicKey);
    return key.isPresent()
        && Ed25519.validatePublicKeyFull(signature, 0)
        && Ed25519.verify(signature, 0, key.get(), message, 0, message.length);
  }

  private static boolean verifyEcdsa(
      EcCurve curve,
      KeyCache<ECPublicKeyParameters> keys,
      byte[] publicKey,
      byte[] message,
      byte[] signature) {
    if (!curve.admitsSignature(signature)) {
      return false;
    }
    Optional<ECPublicKeyParameters> key = keys.get(publicKey);
    return key.isPresent() && verifyDigest(key.get(), sha256(message), signature);
  }

  private static boolean verifyDigest(ECPublicKeyParameters key, byte[] digest, byte[] signature) {
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key);
    BigInteger r = new BigInteger(1, signature, 0, 32);
    BigInteger s = new BigInteger(1, signature, 32, 32);
    return signer.verifySignature(digest, r, s);
  }

  static byte[] sha256(byte[] message) {
    Digest digest = SHA256Digest.newInstance();
    digest.update(message, 0, message.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static Optional<Ed25519.PublicPoint> edKey(byte[] encoded) {
    return encoded.length == Ed25519Rule.KEY_BYTES
        ? Optional.ofNullable(Ed25519.validatePublicKeyFullExport(Arrays.copyOf(encoded, 32), 0))
        : Optional.empty();
  }

  private static KeyCache<ECPublicKeyParameters> ecKeys(EcCurve curve) {
    return new KeyCache<>(
        encoded ->
            curve.point(encoded).map(point -> new ECPublicKeyParameters(point, curve.domain())));
  }
}
