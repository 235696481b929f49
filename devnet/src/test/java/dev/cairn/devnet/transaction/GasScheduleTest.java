package dev.cairn.devnet.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GasScheduleTest {

  /** {@code ceil(0.01 n + (0.01 n / 512)^7)}; the penalty reaches the limit at about 280 kB. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "100, 1", "365, 4", "1000, 11", "51200, 513", "280000, 149091"})
  void forSize_isTheNodesFormula(int bytes, long gas) {
    assertThat(GasSchedule.forSize(bytes)).isEqualTo(gas);
  }
}
