package dev.cairn.pact.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Vectors;
import dev.cairn.pact.natives.PureEvaluator;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTime;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class EncodingVectorTest {
  static Stream<JsonNode> values() {
    return Vectors.cases("values", "cases");
  }

  static Stream<JsonNode> times() {
    return Vectors.cases("time", "json");
  }

  static Stream<JsonNode> keyHashes() {
    return Vectors.cases("object-key-order", "hashes");
  }

  static Stream<JsonNode> keyOrders() {
    return Vectors.cases("object-key-order", "cases");
  }

  /** Some vectors describe their value in words; then it is read from the expected JSON. */
  private static PactValue value(JsonNode vector) {
    String text = vector.required("value").asText();
    return text.matches("[a-z]{3,} .*")
        ? RequestJson.parse(vector.required("json").asText())
        : PureEvaluator.evaluate(text);
  }

  @ParameterizedTest
  @MethodSource("values")
  public void value_vector(JsonNode vector) {
    PactValue value = value(vector);
    assertThat(StableJson.write(value)).isEqualTo(vector.required("json").asText());
    assertThat(PactHash.ofValue(value)).isEqualTo(vector.required("hash").asText());
    if (vector.has("show")) {
      assertThat(ValueText.show(value)).isEqualTo(vector.required("show").asText());
    }
    boolean isText = value instanceof PString;
    assertThat(ValueText.bare(value).equals(ValueText.show(value))).isNotEqualTo(isText);
  }

  @ParameterizedTest
  @MethodSource("times")
  public void time_vector(JsonNode vector) {
    assertThat(StableJson.write(new PTime(vector.required("micros").asLong())))
        .isEqualTo(vector.required("json").asText());
  }

  @ParameterizedTest
  @MethodSource("keyHashes")
  public void keyHash_vector(JsonNode vector) {
    assertThat(Long.toHexString(LegacyOrder.hash(vector.required("key").asText())))
        .isEqualTo(vector.required("h").asText());
  }

  @ParameterizedTest
  @MethodSource("keyOrders")
  public void keyOrder_vector(JsonNode vector) {
    SortedMap<String, PactValue> fields = new TreeMap<>();
    vector.required("keys").forEach(key -> fields.put(key.asText(), PUnit.UNIT));
    List<String> expected = new ArrayList<>();
    vector.required("order").forEach(key -> expected.add(key.asText()));
    assertThat(LegacyOrder.keys(fields)).isEqualTo(expected);
  }
}
