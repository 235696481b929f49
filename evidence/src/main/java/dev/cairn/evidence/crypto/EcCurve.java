package dev.cairn.evidence.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/** The two curves of ECDSA: parameters, point decoding, and the range rule of its signatures. */
final class EcCurve {
  static final EcCurve P256 = new EcCurve("secp256r1", "P-256");
  static final EcCurve SECP256K1 = new EcCurve("secp256k1", "secp256k1");

  private static final int POINT_BYTES = 33;

  private final String jwkName;
  private final ECDomainParameters domain;

  private EcCurve(String name, String jwkName) {
    this.jwkName = jwkName;
    X9ECParameters parameters = CustomNamedCurves.getByName(name);
    this.domain =
        new ECDomainParameters(
            parameters.getCurve(), parameters.getG(), parameters.getN(), parameters.getH());
  }

  static EcCurve of(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> P256;
      case ES256K -> SECP256K1;
      case EDDSA -> throw new IllegalArgumentException("EdDSA has no ECDSA curve.");
    };
  }

  /** The {@code crv} value of a JWK (RFC 7518 §6.2.1.1, RFC 8812 §3.1). */
  String jwkName() {
    return jwkName;
  }

  ECDomainParameters domain() {
    return domain;
  }

  /** The point of a compressed key, or empty where the bytes are none; never the identity. */
  Optional<ECPoint> point(byte[] compressed) {
    if (compressed.length != POINT_BYTES || (compressed[0] != 2 && compressed[0] != 3)) {
      return Optional.empty();
    }
    try {
      return Optional.of(domain.getCurve().decodePoint(compressed));
    } catch (IllegalArgumentException notOnCurve) {
      return Optional.empty();
    }
  }

  /** Whether 1 <= r, s < n. High s is admitted: JOSE libraries write both (RFC 7518 §3.4). */
  boolean admitsSignature(byte[] signature) {
    return signature.length == SignatureAlgorithm.SIGNATURE_BYTES
        && isScalar(new BigInteger(1, signature, 0, 32))
        && isScalar(new BigInteger(1, signature, 32, 32));
  }

  private boolean isScalar(BigInteger value) {
    return value.signum() > 0 && value.compareTo(domain.getN()) < 0;
  }
}
