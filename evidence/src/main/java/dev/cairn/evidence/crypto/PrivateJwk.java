package dev.cairn.evidence.crypto;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.chainweb.Base64Url;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Private JWKs: {@code {"kty":"OKP","crv":"Ed25519","x","d"}} (RFC 8037 §2) and {@code
 * {"kty":"EC","crv":"P-256"|"secp256k1","x","y","d"}} (RFC 7518 §6.2). Other members are ignored,
 * as RFC 7517 §4 demands.
 */
final class PrivateJwk {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PrivateJwk() {}

  static String write(SigningKey key) {
    String d = Base64Url.encode(key.secret());
    if (key.algorithm() == SignatureAlgorithm.EDDSA) {
      return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\",\"d\":\"%s\"}"
          .formatted(Base64Url.encode(key.publicKey()), d);
    }
    EcCurve curve = EcCurve.of(key.algorithm());
    ECPoint point = curve.point(key.publicKey()).orElseThrow();
    return "{\"kty\":\"EC\",\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}"
        .formatted(curve.jwkName(), coordinate(point, 1), coordinate(point, 33), d);
  }

  static SigningKey parse(byte[] json) {
    JsonNode jwk = readObject(json);
    SignatureAlgorithm algorithm = algorithm(jwk);
    SigningKey key = SigningKey.ofSecret(algorithm, Base64Url.decode(text(jwk, "d")));
    if (!Arrays.equals(publicPart(jwk, algorithm), publicPart(key))) {
      throw new IllegalArgumentException(
          "The JWK's public key does not belong to its private key.");
    }
    return key;
  }

  private static JsonNode readObject(byte[] json) {
    try {
      JsonNode jwk = JSON.readTree(json);
      if (jwk.isObject()) {
        return jwk;
      }
    } catch (IOException malformed) {
      throw new IllegalArgumentException("The JWK is not valid JSON.", malformed);
    }
    throw new IllegalArgumentException("The JWK is not a JSON object.");
  }

  static SignatureAlgorithm algorithm(JsonNode jwk) {
    String type = text(jwk, "kty");
    String curve = text(jwk, "crv");
    return switch (type + " " + curve) {
      case "OKP Ed25519" -> SignatureAlgorithm.EDDSA;
      case "EC P-256" -> SignatureAlgorithm.ES256;
      case "EC secp256k1" -> SignatureAlgorithm.ES256K;
      default ->
          throw new IllegalArgumentException(
              "A JWK of type '%s' and curve '%s' is not supported.".formatted(type, curve));
    };
  }

  /** x, or x ‖ y on the EC curves. */
  private static byte[] publicPart(JsonNode jwk, SignatureAlgorithm algorithm) {
    byte[] x = Base64Url.decode(text(jwk, "x"));
    if (algorithm == SignatureAlgorithm.EDDSA) {
      return x;
    }
    byte[] y = Base64Url.decode(text(jwk, "y"));
    byte[] both = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, both, x.length, y.length);
    return both;
  }

  private static byte[] publicPart(SigningKey key) {
    if (key.algorithm() == SignatureAlgorithm.EDDSA) {
      return key.publicKey();
    }
    ECPoint point = EcCurve.of(key.algorithm()).point(key.publicKey()).orElseThrow();
    return Arrays.copyOfRange(point.getEncoded(false), 1, 65);
  }

  private static String coordinate(ECPoint point, int from) {
    return Base64Url.encode(coordinateBytes(point, from));
  }

  /** x from byte 1 on, y from byte 33 on, of the uncompressed point. */
  static byte[] coordinateBytes(ECPoint point, int from) {
    return Arrays.copyOfRange(point.getEncoded(false), from, from + 32);
  }

  static String text(JsonNode jwk, String member) {
    JsonNode value = jwk.get(member);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("The JWK has no text member '" + member + "'.");
    }
    return value.textValue();
  }
}
