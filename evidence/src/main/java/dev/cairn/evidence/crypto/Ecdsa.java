package dev.cairn.evidence.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** ECDSA with SHA-256, the signing half: deterministic (RFC 6979), r ‖ s, low s. */
final class Ecdsa {
  private Ecdsa() {}

  /** Whether 1 <= secret < n. */
  static boolean isSecret(EcCurve curve, byte[] secret) {
    BigInteger scalar = new BigInteger(1, secret);
    return scalar.signum() > 0 && scalar.compareTo(curve.domain().getN()) < 0;
  }

  /** The compressed public point. */
  static byte[] publicKey(EcCurve curve, byte[] secret) {
    if (!isSecret(curve, secret)) {
      throw new IllegalArgumentException(
          "The private key is not in the range 1 to n-1 of " + curve.jwkName() + ".");
    }
    ECPoint generator = curve.domain().getG();
    BigInteger scalar = new BigInteger(1, secret);
    return new FixedPointCombMultiplier().multiply(generator, scalar).getEncoded(true);
  }

  static byte[] sign(EcCurve curve, byte[] secret, byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, secret), curve.domain()));
    BigInteger[] rs = signer.generateSignature(BouncyCastleSignatures.sha256(message));
    byte[] signature = new byte[SignatureAlgorithm.SIGNATURE_BYTES];
    BigIntegers.asUnsignedByteArray(rs[0], signature, 0, 32);
    BigIntegers.asUnsignedByteArray(lowS(curve, rs[1]), signature, 32, 32);
    return signature;
  }

  private static BigInteger lowS(EcCurve curve, BigInteger s) {
    BigInteger n = curve.domain().getN();
    return s.compareTo(n.shiftRight(1)) > 0 ? n.subtract(s) : s;
  }
}
