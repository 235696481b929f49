package dev.cairn.evidence.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidKeyTest {

  /** Examples of the did:key specification (W3C CCG), one per algorithm. */
  @ParameterizedTest
  @CsvSource({
    "EDDSA, did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
    "ES256, did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
    "ES256K, did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"
  })
  void specificationExample_isReadAndWritten(SignatureAlgorithm algorithm, String text) {
    DidKey key = DidKey.parse(text).orElseThrow();
    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(key).hasToString(text);
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void anyKey_survivesItsText(SignatureAlgorithm algorithm) {
    DidKey key = SigningKey.generate(algorithm, new SecureRandom()).didKey();
    assertThat(DidKey.parse(key.toString())).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "did:key:",
        "did:key:z",
        "did:web:example.org",
        "did:key:f6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2do",
        "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doKK",
        "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2do0",
        "did:key:z16MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6Mk",
        "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"
      })
  void otherText_isNoKey(String text) {
    assertThat(DidKey.parse(text)).isEmpty();
  }

  @Test
  void keyOfWrongLength_isRefused() {
    assertThatThrownBy(() -> DidKey.of(SignatureAlgorithm.ES256, new byte[32]))
        .hasMessage("A public key for ES256 is 33 bytes, not 32.");
  }
}
