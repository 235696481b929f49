package dev.cairn.ntm.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.block.BlockHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastHashTest {

  private static final BlockHash HASH = new BlockHash("ab".repeat(32));

  @Test
  void lastHash_readsBack() {
    assertThat(LastHash.write(HASH)).hasSize(64);
    assertThat(LastHash.read(LastHash.write(HASH))).contains(HASH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\n", "%s\r\n", " \t%s", "\n\n%s\n\n"})
  void read_stripsWhiteSpaceAround(String form) {
    assertThat(LastHash.read(utf8(String.format(form, HASH)))).contains(HASH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s  block_000001.json", "\"%s\"", "%s0", "\u00a0%s", "%s\u000b", ""})
  void read_refusesAllElse(String form) {
    assertThat(LastHash.read(utf8(String.format(form, HASH)))).isEmpty();
  }

  @Test
  void read_refusesCapitals() {
    assertThat(LastHash.read(utf8("AB".repeat(32)))).isEmpty();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
