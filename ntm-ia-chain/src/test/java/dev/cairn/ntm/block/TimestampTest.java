package dev.cairn.ntm.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-02 16:05:10", "2024-02-29 23:59:59", "9999-12-31 00:00:00"})
  void timestamp_readsBack(String text) {
    assertThat(Timestamp.parse(text)).map(Timestamp::toString).contains(text);
  }

  @Test
  void timestamp_ofAnInstant_isItsSecond() {
    assertThat(Timestamp.of(Instant.parse("2026-04-02T16:05:10.999Z")))
        .hasToString("2026-04-02 16:05:10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30 00:00:00",
        "2025-02-29 00:00:00",
        "2026-04-02 24:00:00",
        "2026-04-02 16:05:60",
        "2026-13-01 00:00:00",
        "2026-00-01 00:00:00",
        "2026-04-02T16:05:10Z",
        "2026-4-2 16:05:10",
        "2026-04-02 16:05:10 ",
        "2026-04-02 16:05:10\n",
        "-026-04-02 16:05:10",
        "\u0662026-04-02 16:05:10",
        ""
      })
  void parse_refusesOtherForms(String text) {
    assertThat(Timestamp.parse(text)).isEmpty();
  }
}
