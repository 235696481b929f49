package dev.cairn.evidence.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

  /** RFC 8037 appendix A.1, the key of RFC 8032's first test. */
  private static final String RFC_8037_JWK =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
          + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
          + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

  @Test
  void jwkOfRfc8037_signsAsItsAppendixSays() {
    SigningKey key = SigningKey.fromJwk(RFC_8037_JWK.getBytes(StandardCharsets.UTF_8));
    byte[] message =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(Base64Url.encode(key.sign(message)))
        .isEqualTo(
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5B"
                + "hVsPt9g7sVvpAr_MuM0KAg");
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void jwk_roundTrips(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    SigningKey read = SigningKey.fromJwk(key.toJwk().getBytes(StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(key);
    assertThat(read.sign(new byte[] {7})).isEqualTo(key.sign(new byte[] {7}));
    assertThat(key.toString()).doesNotContain(key.toJwk().substring(60));
  }

  @ParameterizedTest
  @EnumSource(
      value = SignatureAlgorithm.class,
      names = {"ES256", "ES256K"})
  void ecdsaSignature_hasLowS(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    for (int i = 0; i < 20; i++) {
      byte[] signature = key.sign(new byte[] {(byte) i});
      assertThat(signature[32]).as("half of n starts with 7f").isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"AA\",\"d\":\"AA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\",\"d\":\"AA\"}",
        "{\"kty\":\"OKP\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\",\"d\":\"AA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\","
            + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\","
            + "\"d\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}"
      })
  void brokenJwk_isRefused(String jwk) {
    assertThatThrownBy(() -> SigningKey.fromJwk(jwk.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
