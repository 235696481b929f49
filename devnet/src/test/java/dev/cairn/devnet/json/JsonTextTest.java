package dev.cairn.devnet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

  /** As in reference/pact.md 3.1 and the recorded results. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.000, 0",
    "2.0, 2",
    "10000, 10000",
    "1E+4, 10000",
    "1.5, 1.5",
    "0.1, 0.1",
    "0.0999, 9.99e-2",
    "0.0000001, 1.0e-7",
    "0.00000231, 2.31e-6",
    "12345678.5, 1.23456785e7",
    "9999999.5, 9999999.5",
    "-0.01, -1.0e-2",
  })
  void number_isWrittenAsANodeWritesIt(BigDecimal value, String text) {
    assertThat(JsonText.number(value)).isEqualTo(text);
  }

  @Test
  void quote_escapesOnlyWhatItMust() {
    assertThat(JsonText.quote("a\"b\\c\n\t\r/é\u0001"))
        .isEqualTo("\"a\\\"b\\\\c\\n\\t\\r/é\\u0001\"");
  }
}
