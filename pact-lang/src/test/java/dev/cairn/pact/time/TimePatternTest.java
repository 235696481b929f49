package dev.cairn.pact.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Vectors;
import dev.cairn.pact.value.PTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

public class TimePatternTest {
  private static final long YEAR_9999 = 253_402_300_799_999_999L;
  private static final long YEAR_0 = -62_167_219_200_000_000L;

  static Stream<JsonNode> formatVectors() {
    return Vectors.cases("time", "format");
  }

  static Stream<JsonNode> parseVectors() {
    return Vectors.cases("time", "parse");
  }

  @ParameterizedTest
  @MethodSource("formatVectors")
  public void format_vector(JsonNode vector) {
    PTime time = instant(vector.required("time").asText());
    assertThat(TimePattern.format(vector.required("format").asText(), time))
        .isEqualTo(vector.required("text").asText());
  }

  @ParameterizedTest
  @MethodSource("parseVectors")
  public void parse_vector(JsonNode vector) {
    assertThat(
            TimePattern.parse(vector.required("format").asText(), vector.required("text").asText()))
        .contains(instant(vector.required("value").asText()));
  }

  @ParameterizedTest
  @CsvSource({
    "%Y-%m-%d %Z, 2020-01-01 PST, 2020-01-01T08:00:00Z",
    "%Y-%m-%d %Z, 2020-01-01 WETDST, 2019-12-31T23:00:00Z",
    "%Y-%m-%d %z, 2020-01-01 -0130, 2020-01-01T01:30:00Z",
    "%G-W%V-%u, 2020-W53-5, 2021-01-01T00:00:00Z",
    "%Y %U %a, 2021 01 Sun, 2021-01-03T00:00:00Z",
    "%Y %W %w, 2021 01 1, 2021-01-04T00:00:00Z",
    "%Y%m%d%H%M%S, 20101221132345, 2010-12-21T13:23:45Z",
    "%H:%M, 25:00, 1970-01-02T01:00:00Z",
    "%S%Q, 01.5, 1970-01-01T00:00:01.500Z",
    "%Y-%m-%e, 2020-01-7, 2020-01-07T00:00:00Z",
  })
  void parse_ofKnownText(String pattern, String text, String instant) {
    assertThat(TimePattern.parse(pattern, text)).contains(instant(instant));
  }

  @ParameterizedTest
  @CsvSource({"%Y, x", "%Y-%m-%d, 2020-01", "%Y, 2020 x", "%E, E", "%s, 99999999999999", "%B, Ja"})
  void parse_ofOtherText_fails(String pattern, String text) {
    assertThat(TimePattern.parse(pattern, text)).isEmpty();
  }

  @Test
  void parse_ofManyWays_endsSoon() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(TimePattern.parse("%k".repeat(60), "1".repeat(59))).isEmpty());
  }

  @Property
  void parse_undoesFormat(@ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long micros) {
    PTime time = new PTime(micros);
    String text = TimePattern.format(TimePattern.ISO_MICROS, time);
    assertThat(TimePattern.parse(TimePattern.ISO_MICROS, text)).contains(time);
    assertThat(Instant.parse(text)).isEqualTo(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  @Property
  void parse_undoesFormat_byWeek(@ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long micros) {
    PTime time = new PTime(micros);
    String pattern = "%G-%V-%u %T.%v";
    assertThat(TimePattern.parse(pattern, TimePattern.format(pattern, time))).contains(time);
  }

  private static PTime instant(String text) {
    return new PTime(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text)));
  }
}
