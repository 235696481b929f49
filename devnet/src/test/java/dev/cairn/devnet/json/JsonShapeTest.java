package dev.cairn.devnet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShapeTest {

  private static JsonShape parse(String text) {
    return JsonShape.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nonsense | Error in $: string at 'nonsense'",
        "x        | Error in $: Failed reading: not a valid json value at 'x'",
        "~~       | Error in $: not enough input",
        "{} {}    | Error in $: endOfInput",
      })
  void text_thatIsNotJsonIsRefused(String text, String refusal) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(ShapeException.class).hasMessage(refusal);
  }

  @Test
  void refusal_namesThePath() {
    JsonShape shape = parse("{\"a\":[{\"b\":5}]}");
    JsonShape element = shape.member("a").elements().get(0);
    assertThatThrownBy(() -> element.member("b").text())
        .hasMessage(
            "Error in $.a[0].b: parsing Text failed, expected String, but encountered Number");
    assertThatThrownBy(() -> element.member("c"))
        .hasMessage("Error in $.a[0]: key \"c\" not found");
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000", "1000.0, 1000.0", "'\"1000\"', 1000", "1e-7, 1e-7"})
  void number_mayBeAString(String json, BigDecimal value) {
    assertThat(parse(json).number()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-999999999", "1e999999999", "\"1e-401\""})
  void number_thatIsTooLongToExpandIsRefused(String json) {
    assertThatThrownBy(() -> parse(json).number()).hasMessageContaining("exponent");
  }

  @Test
  void exponent_thatNoDecimalHas_isRefused() {
    assertThatThrownBy(() -> parse("1e-1799999999999999999999999999"))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void nesting_isBounded() {
    assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(ShapeException.class);
  }
}
