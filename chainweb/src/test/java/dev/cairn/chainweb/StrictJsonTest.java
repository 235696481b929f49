package dev.cairn.chainweb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

  @Test
  void exponentThatNoDecimalHas_isMalformed() {
    assertThatThrownBy(() -> StrictJson.parse("[1e-1799999999999999999999999999]", "proof"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("A proof has no number with such an exponent.");
  }

  @Test
  void numberThatIsTooLongWrittenOut_isMalformed() {
    JsonNode read = StrictJson.parse("[1e999999]", "result");
    assertThatThrownBy(() -> StrictJson.write(read)).isInstanceOf(MalformedException.class);
  }
}
