package dev.cairn.ntm.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.ntm.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhpRoundTest {

  static Stream<JsonNode> vectors() {
    return Vectors.lines("cases/php-round.jsonl");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void round_isPhps(JsonNode vector) {
    double rounded =
        PhpRound.round(Vectors.bits(vector.get("bits")), vector.get("places").intValue());
    assertThat(Double.doubleToLongBits(rounded))
        .isEqualTo(Double.doubleToLongBits(Vectors.bits(vector.get("expect_bits"))));
    assertThat(DoubleText.of(rounded)).isEqualTo(vector.get("expect").textValue());
  }

  @Test
  void round_firstRoundsToFifteenDigits() {
    assertThat(PhpRound.round(127.49999999999999, 0)).isEqualTo(128);
  }

  @Test
  void round_keepsWhatHasNothingToRound() {
    assertThat(PhpRound.round(Double.POSITIVE_INFINITY, 2)).isInfinite();
    assertThat(PhpRound.round(1e300, 2)).isEqualTo(1e300);
  }

  @Test
  void round_toNegativePlaces_isRefused() {
    assertThatThrownBy(() -> PhpRound.round(1, -1)).hasMessage("Places are 0 to 22, not -1.");
  }
}
