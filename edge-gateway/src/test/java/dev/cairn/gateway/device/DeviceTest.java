package dev.cairn.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.gateway.device.Device.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
  private static final DidKey FIRST = key(1);
  private static final DidKey SECOND = key(2);

  private final Device device =
      Device.unknown(new DeviceId("lamp-1")).with(new Span(100, Optional.of(FIRST)));

  private static DidKey key(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) number;
    return SigningKey.fromEd25519Seed(seed).didKey();
  }

  private static Optional<DidKey> keyAt(Device device, long time) {
    return device.at(time).flatMap(Span::key);
  }

  @Test
  void key_isValidFromItsTimeUntilTheNext() {
    Device rotated = device.with(new Span(200, Optional.of(SECOND)));
    assertThat(rotated.at(99)).isEmpty();
    assertThat(keyAt(rotated, 100)).contains(FIRST);
    assertThat(keyAt(rotated, 199)).contains(FIRST);
    assertThat(keyAt(rotated, 200)).contains(SECOND);
    assertThat(rotated.had(FIRST)).isTrue();
    assertThat(device.had(SECOND)).isFalse();
  }

  @Test
  void revocation_endsEverythingFromItsTimeOn() {
    Device rotated = device.with(new Span(200, Optional.of(SECOND)));
    Device revoked = rotated.with(new Span(150, Optional.empty()));
    assertThat(keyAt(revoked, 149)).contains(FIRST);
    assertThat(revoked.at(150)).contains(new Span(150, Optional.empty()));
    assertThat(keyAt(revoked, 250)).isEmpty();
    assertThat(keyAt(revoked.with(new Span(300, Optional.of(SECOND))), 300)).contains(SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "a%2fb",
        "a b",
        "a\nb",
        "did:key:z6Mk",
        "-a",
        "ä",
        "a\u0000"
      })
  void deviceId_hasNoTricks(String text) {
    assertThatThrownBy(() -> new DeviceId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deviceId_hasABound() {
    assertThat(new DeviceId("a".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> new DeviceId("a".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fingerprint_isReadAsOpensslWritesIt() {
    String hex = "0a".repeat(32);
    String colons = hex.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    assertThat(Fingerprint.parse(colons)).isEqualTo(new Fingerprint(hex));
    assertThatThrownBy(() -> Fingerprint.parse("0a")).isInstanceOf(IllegalArgumentException.class);
  }
}
