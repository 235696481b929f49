package dev.cairn.devnet.transaction;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The public key of a WebAuthn authenticator: EdDSA on Ed25519 or ES256, the two algorithms that a
 * node takes (labels and values: RFC 9052 7, RFC 9053 2 and 7).
 */
@FunctionalInterface
interface CoseKey {

  /** Whether the key has signed the message. */
  boolean verifies(byte[] message, byte[] signature);

  /** Reads the COSE form; empty for what is no such key. */
  static Optional<CoseKey> read(byte[] cbor) {
    return CoseMap.read(cbor).flatMap(map -> Kind.of(map).flatMap(kind -> kind.key(map)));
  }

  /** Key type, algorithm and curve belong together. */
  enum Kind {
    EDDSA(1, -8, 6),
    ES256(2, -7, 1);

    private static final long TYPE = 1;
    private static final long ALGORITHM = 3;
    private static final long CURVE = -1;
    private static final long X = -2;
    private static final long Y = -3;

    private static final X9ECParameters P256 = CustomNamedCurves.getByName("secp256r1");

    private final long type;
    private final long algorithm;
    private final long curve;

    Kind(long type, long algorithm, long curve) {
      this.type = type;
      this.algorithm = algorithm;
      this.curve = curve;
    }

    static Optional<Kind> of(CoseMap map) {
      for (Kind kind : values()) {
        if (map.number(TYPE).equals(Optional.of(kind.type))
            && map.number(ALGORITHM).equals(Optional.of(kind.algorithm))
            && map.number(CURVE).equals(Optional.of(kind.curve))) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    Optional<CoseKey> key(CoseMap map) {
      return this == EDDSA
          ? map.bytes(X).flatMap(Kind::edDsa)
          : map.bytes(X).flatMap(x -> map.bytes(Y).flatMap(y -> es256(x, y)));
    }

    private static Optional<CoseKey> edDsa(byte[] key) {
      return key.length != Ed25519.PUBLIC_KEY_SIZE
          ? Optional.empty()
          : Optional.of(
              (message, signature) ->
                  signature.length == Ed25519.SIGNATURE_SIZE
                      && Ed25519.verify(signature, 0, key, 0, message, 0, message.length));
    }

    private static Optional<CoseKey> es256(byte[] x, byte[] y) {
      try {
        ECPublicKeyParameters key =
            new ECPublicKeyParameters(
                P256.getCurve().validatePoint(new BigInteger(1, x), new BigInteger(1, y)),
                new ECDomainParameters(P256));
        return Optional.of((message, signature) -> verifies(key, message, signature));
      } catch (IllegalArgumentException notOnTheCurve) {
        return Optional.empty();
      }
    }

    private static boolean verifies(ECPublicKeyParameters key, byte[] message, byte[] signature) {
      SHA256Digest digest = new SHA256Digest();
      digest.update(message, 0, message.length);
      byte[] hash = new byte[digest.getDigestSize()];
      digest.doFinal(hash, 0);
      ECDSASigner signer = new ECDSASigner();
      signer.init(false, key);
      try {
        BigInteger order = key.getParameters().getN();
        BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(order, signature);
        return signer.verifySignature(hash, numbers[0], numbers[1]);
      } catch (IOException | IllegalArgumentException noSignature) {
        return false;
      }
    }
  }
}
