package dev.cairn.evidence.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import java.util.Arrays;

/**
 * Public JWKs: {@code {"kty":"OKP","crv":"Ed25519","x"}} (RFC 8037 §2) and {@code
 * {"kty":"EC","crv":"P-256"|"secp256k1","x","y"}} (RFC 7518 §6.2). Other members are ignored, as
 * RFC 7517 §4 demands, except {@code d}: a private key must not travel.
 */
public final class PublicJwk {
  private static final int COORDINATE_BYTES = 32;

  private PublicJwk() {}

  /**
   * The key of a JWK that is an object already.
   *
   * @throws IllegalArgumentException in a whole sentence, if it is no public key that is known here
   */
  public static DidKey parse(JsonNode jwk) {
    if (!jwk.isObject()) {
      throw new IllegalArgumentException("The JWK is not a JSON object.");
    }
    if (jwk.has("d")) {
      throw new IllegalArgumentException(
          "The JWK holds a private key; send only its public part, and take this key out of use.");
    }
    SignatureAlgorithm algorithm = PrivateJwk.algorithm(jwk);
    byte[] x = coordinate(jwk, "x");
    if (algorithm == SignatureAlgorithm.EDDSA) {
      require(Ed25519Rule.admitsKey(x));
      return DidKey.of(algorithm, x);
    }
    byte[] y = coordinate(jwk, "y");
    byte[] compressed = new byte[1 + COORDINATE_BYTES];
    compressed[0] = (byte) (2 + (y[COORDINATE_BYTES - 1] & 1));
    System.arraycopy(x, 0, compressed, 1, COORDINATE_BYTES);
    // A compressed point always has a y of this parity; that it is the one given says it is on the
    // curve.
    require(
        EcCurve.of(algorithm)
            .point(compressed)
            .filter(point -> Arrays.equals(PrivateJwk.coordinateBytes(point, 33), y))
            .isPresent());
    return DidKey.of(algorithm, compressed);
  }

  private static byte[] coordinate(JsonNode jwk, String member) {
    byte[] bytes = Base64Url.decode(PrivateJwk.text(jwk, member));
    if (bytes.length != COORDINATE_BYTES) {
      throw new IllegalArgumentException(
          "The coordinate %s of a JWK is %d bytes, not %d."
              .formatted(member, COORDINATE_BYTES, bytes.length));
    }
    return bytes;
  }

  private static void require(boolean isPoint) {
    if (!isPoint) {
      throw new IllegalArgumentException("The JWK's coordinates are no point of its curve.");
    }
  }
}
