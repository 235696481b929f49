package dev.cairn.ntm.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockIndexTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 9, 999_999, 1_000_000, 999_999_999_999_999_999L})
  void fileName_readsBack(long value) {
    BlockIndex index = new BlockIndex(value);
    assertThat(BlockIndex.ofFileName(index.fileName())).contains(index);
  }

  @Test
  void fileName_growsBeyondSixDigits() {
    assertThat(new BlockIndex(999_999).next().fileName()).isEqualTo("block_1000000.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block_000000.json",
        "block_1.json",
        "block_0000001.json",
        "block_9999999999999999999.json",
        "block_000001.json.bak",
        "BLOCK_000001.json",
        "block_00000\u0661.json",
        "../block_000001.json",
        "block_000001.json\n"
      })
  void ofFileName_refusesOtherNames(String name) {
    assertThat(BlockIndex.ofFileName(name)).isEmpty();
  }

  @Test
  void index_belowOne_isRefused() {
    assertThatThrownBy(() -> new BlockIndex(0)).hasMessage("A block index is 1 or more, not 0.");
  }
}
