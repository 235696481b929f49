package dev.cairn.evidence.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicJwkTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ObjectNode publicPart(SigningKey key) throws Exception {
    ObjectNode jwk = (ObjectNode) JSON.readTree(key.toJwk());
    jwk.remove("d");
    return jwk;
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void publicPartOfAKey_isThatKey(SignatureAlgorithm algorithm) throws Exception {
    // Both parities of y come within a few keys.
    for (int i = 0; i < 8; i++) {
      SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
      assertThat(PublicJwk.parse(publicPart(key).put("use", "sig"))).isEqualTo(key.didKey());
    }
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void privateKey_isRefusedByName(SignatureAlgorithm algorithm) throws Exception {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    assertThatThrownBy(() -> PublicJwk.parse(JSON.readTree(key.toJwk())))
        .hasMessageContaining("private key");
  }

  @Test
  void pointBesideTheCurve_isRefused() throws Exception {
    ObjectNode jwk = publicPart(SigningKey.generate(SignatureAlgorithm.ES256, new SecureRandom()));
    assertThatThrownBy(() -> PublicJwk.parse(jwk.deepCopy().set("y", jwk.get("x"))))
        .hasMessageContaining("no point of its curve");
    assertThatThrownBy(() -> PublicJwk.parse(jwk.deepCopy().put("x", "AAAA")))
        .hasMessage("The coordinate x of a JWK is 32 bytes, not 3.");
    assertThatThrownBy(() -> PublicJwk.parse(jwk.deepCopy().put("crv", "P-521")))
        .hasMessageContaining("not supported");
    assertThatThrownBy(() -> PublicJwk.parse(JSON.readTree("[]")))
        .hasMessage("The JWK is not a JSON object.");
  }
}
