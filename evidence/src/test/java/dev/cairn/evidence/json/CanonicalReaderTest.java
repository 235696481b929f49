package dev.cairn.evidence.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.MalformedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "' 10 ', 10", "9007199254740993, 9007199254740993"})
  void number_inItsOneSpelling_isRead(String text, long value) {
    assertThat(reader(text).number(Long.MAX_VALUE)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "01", "00", "x", "\"1\"", " "})
  void otherNumber_isMalformed(String text) {
    assertThatThrownBy(() -> reader(text).number(100)).isInstanceOf(MalformedJson.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e0", "1E2", "1 2"})
  void charactersBehindANumber_areNotSkipped(String text) {
    CanonicalReader reader = reader(text);
    assertThat(reader.number(100)).isEqualTo(1);
    assertThatThrownBy(reader::end).isInstanceOf(MalformedJson.class);
  }

  @ParameterizedTest
  @CsvSource({"101, 100", "5, 1", "99999999999999999999, 9223372036854775807"})
  void largeNumber_isOutOfBounds(String text, long max) {
    assertThatThrownBy(() -> reader(text).number(max))
        .isInstanceOf(MalformedException.class)
        .hasMessage("At byte 0 a whole number up to " + max + " is expected.");
  }

  @Test
  void text_endsAtItsQuote() {
    CanonicalReader reader = reader("\"a b\",");
    assertThat(reader.text(3)).isEqualTo("a b");
    assertThat(reader.isNext(',')).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\"", "\"a", "a", "\"\\u0041\"", "\"\\n\"", "\"\n\"", "\"\u007f\"", "\"ü\""})
  void otherText_isMalformed(String text) {
    assertThatThrownBy(() -> reader(text).text(10)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void longText_isOutOfBounds() {
    assertThatThrownBy(() -> reader("\"abcd\"").text(3))
        .hasMessage("At byte 1 a text of at most 3 characters is expected.");
  }

  @Test
  void memberOfAnotherName_isMalformed() {
    assertThatThrownBy(() -> reader(" \"b\":1").member("a"))
        .hasMessage("At byte 1 member 'a' is expected.");
    assertThatThrownBy(() -> reader("").expect('{'))
        .hasMessage("At byte 0 '{' is expected, but the text ends.");
  }

  private static CanonicalReader reader(String text) {
    return new CanonicalReader(text.getBytes(StandardCharsets.UTF_8));
  }
}
