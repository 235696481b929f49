package dev.cairn.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySecretTest {
  private final KeySecret key = KeySecret.generate(new SecureRandom());

  @Test
  void key_isReadBackFromItsText() {
    KeySecret read = KeySecret.parse(key.reveal()).orElseThrow();
    assertThat(read.id()).isEqualTo(key.id());
    assertThat(read.hash()).isEqualTo(key.hash());
    assertThat(KeyHash.parse(key.hash().toString())).isEqualTo(key.hash());
  }

  @Test
  void everyCharacter_matters() {
    String text = key.reveal();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'a' ? 'b' : 'a';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(KeySecret.parse(changed).map(KeySecret::hash)).isNotEqualTo(key.hash());
    }
  }

  @Test
  void whatHasNotTheFormOfAKey_isNone() {
    for (String text :
        new String[] {
          "",
          "cairn_",
          key.reveal() + "A",
          key.reveal().substring(1),
          key.reveal().toUpperCase(Locale.ROOT),
          key.reveal().replace('_', '\n'),
          "x".repeat(7000)
        }) {
      assertThat(KeySecret.parse(text)).isEmpty();
    }
  }

  @Test
  void keys_differAndNeverShowTheirSecret() {
    Set<String> seen = new HashSet<>();
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(KeySecret.generate(random).id().value())).isTrue();
    }
    assertThat(key.toString()).doesNotContain(key.reveal().substring(23));
  }
}
