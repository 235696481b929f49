package dev.cairn.pact.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Vectors;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class PureNativesTest {
  /** Vectors below this number mean that the filter for pure ones has gone wrong. */
  private static final int PURE_VECTORS = 120;

  static Stream<JsonNode> decimalVectors() {
    return Vectors.cases("decimals", "cases");
  }

  static Stream<JsonNode> roundingVectors() {
    return Vectors.cases("decimals", "to_integer");
  }

  static List<JsonNode> nativeVectors() {
    List<JsonNode> pure =
        Vectors.cases("natives", "cases").filter(PureNativesTest::isPure).toList();
    assertThat(pure).hasSizeGreaterThan(PURE_VECTORS);
    return pure;
  }

  private static boolean isPure(JsonNode vector) {
    try {
      PureEvaluator.evaluate(vector.required("expr").asText());
      return true;
    } catch (PureEvaluator.NotPure needsTheEvaluator) {
      return false;
    } catch (PactException failed) {
      return true;
    }
  }

  static Stream<JsonNode> timeVectors() {
    return Vectors.cases("time", "arith");
  }

  static Stream<JsonNode> hashVectors() {
    Set<String> impure = Set.of("(hash (chain-data))", "(hash my-mod)", "(hash [my-mod,");
    return Vectors.cases("hashes", "cases")
        .filter(vector -> impure.stream().noneMatch(vector.required("expr").asText()::startsWith));
  }

  static Stream<JsonNode> errorVectors() {
    return Vectors.cases("errors", "cases")
        .filter(
            vector -> vector.required("expr").asText().matches("\\((at|/|\\+|format|base64).*"));
  }

  @ParameterizedTest
  @MethodSource("decimalVectors")
  public void decimal_vector(JsonNode vector) {
    PDecimal value = (PDecimal) PureEvaluator.evaluate(vector.required("expr").asText());
    assertThat(value.value().places()).isEqualTo(vector.required("places").asInt());
    assertThat(value.value().mantissa()).hasToString(vector.required("mantissa").asText());
    assertThat(ValueText.show(value)).isEqualTo(vector.required("show").asText());
    assertThat(ValueText.repl(value)).isEqualTo(vector.required("repl").asText());
    assertThat(StableJson.write(value)).isEqualTo(vector.required("json").asText());
  }

  @ParameterizedTest
  @MethodSource("roundingVectors")
  public void rounding_vector(JsonNode vector) {
    assertThat(PureEvaluator.evaluate(vector.required("expr").asText()))
        .isEqualTo(PInteger.of(vector.required("value").asInt()));
  }

  @ParameterizedTest
  @MethodSource("nativeVectors")
  public void native_vector(JsonNode vector) {
    String expression = vector.required("expr").asText();
    if (vector.path("fails").asBoolean()) {
      assertThatThrownBy(() -> PureEvaluator.evaluate(expression))
          .isInstanceOf(PactException.class);
    } else {
      PactValue expected = PureEvaluator.evaluate(vector.required("value").asText());
      assertThat(PureEvaluator.evaluate(expression)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("timeVectors")
  public void time_vector(JsonNode vector) {
    String expected = vector.required("value").asText();
    PactValue value = PureEvaluator.evaluate(vector.required("expr").asText());
    assertThat(ValueText.show(value).replace("\"", "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("hashVectors")
  public void hash_vector(JsonNode vector) {
    assertThat(PureEvaluator.evaluate(vector.required("expr").asText()))
        .isEqualTo(new PString(vector.required("value").asText()));
  }

  @ParameterizedTest
  @MethodSource("errorVectors")
  public void error_vector(JsonNode vector) {
    assertThatThrownBy(() -> PureEvaluator.evaluate(vector.required("expr").asText()))
        .asInstanceOf(type(PactException.class))
        .satisfies(
            failure -> {
              assertThat(failure.type().text()).isEqualTo(vector.required("type").asText());
              assertThat(failure.replText()).isEqualTo(vector.required("repl").asText());
              assertThat(failure.chainText()).isEqualTo(vector.required("chain").asText());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(take 1 \"😀é\") | \"😀\"",
        "(drop -1 \"😀é\") | \"😀\"",
        "(reverse \"a😀\") | \"😀a\"",
        "(length \"😀é\") | 2",
        "(str-to-list \"😀é\") | [\"😀\" \"é\"]",
        "(sort [\"😀\" \"\uFF5E\"]) | [\"\uFF5E\" \"😀\"]",
        "(sort [true 2.0 1 \"a\" () 1.5]) | [\"a\" 1 1.5 2.0 () true]",
        "(sort ['b 'a] [{'a:2,'b:1} {'a:1,'b:2} {'a:1,'b:1}])"
            + " | [{'a:1,'b:1} {'a:1,'b:2} {'a:2,'b:1}]",
        "(enumerate 3 1) | [3 2 1]",
        "(make-list -1 0) | []",
        "(int-to-str 64 0) | \"AA\"",
        "(str-to-int 64 \"\") | 0",
        "(str-to-int 16 \"FF\") | 255",
        "(shift -1 -99999999999999999999) | -1",
        "(^ -1 99999999999999999999) | -1",
        "(log 0 5) | 0",
        "(floor 1.5 -1) | (floor 1.5 255)",
        "(= [1 {'a:1.0}] [1 {'a:1.00}]) | true",
      })
  void native_ofKnownValue(String expression, String value) {
    assertThat(PureEvaluator.evaluate(expression)).isEqualTo(PureEvaluator.evaluate(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(^ 2 999999999)",
        "(^ 10 (^ 10 20))",
        "(shift 1 999999999)",
        "(exp 99999999)",
        "(enumerate 0 999999999)",
        "(make-list 999999999 0)",
        "(make-list 2000000 (make-list 2000000 0))",
        "(concat (make-list 2000000 \"aaaaaaaaaa\"))",
        "(format \"{}{}\" [(make-list 2000000 true) (make-list 2000000 true)])",
        "(add-time (time \"2020-01-01T00:00:00Z\") 1000000000000000)",
        "(parse-time \"%Y\" \"999999999\")",
      })
  void native_beyondBounds_fails(String expression) {
    assertThatThrownBy(() -> PureEvaluator.evaluate(expression)).isInstanceOf(PactException.class);
  }

  @Test
  void typeError_namesKindsOnly() {
    assertThatThrownBy(() -> PureEvaluator.evaluate("(+ [1] {'a:1})"))
        .hasMessage(
            "Type error: failed to call native function + with argument(s) of type(s): list,"
                + " object");
  }
}
