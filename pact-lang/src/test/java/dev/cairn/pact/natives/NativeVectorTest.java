package dev.cairn.pact.natives;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Evaluation;
import dev.cairn.pact.Vectors;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.value.PactValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All vectors of natives, in the whole evaluator. */
public class NativeVectorTest {
  /** Some expressions are followed by the request data that they read. */
  private static final Pattern WITH_DATA = Pattern.compile("(.*) with \\(env-data (.*)\\)");

  static Stream<JsonNode> vectors() {
    return Vectors.cases("natives", "cases");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  public void native_vector(JsonNode vector) {
    String text = vector.required("expr").asText();
    Matcher withData = WITH_DATA.matcher(text);
    String expression = withData.matches() ? withData.group(1) : text;
    PactValue data = RequestJson.parse(withData.matches() ? withData.group(2) : "{}");
    if (vector.path("fails").asBoolean()) {
      assertThat(Evaluation.run(expression, data, GasMeter.free()))
          .isInstanceOf(Outcome.Failure.class);
    } else {
      PactValue expected = Evaluation.value(vector.required("value").asText());
      assertThat(Evaluation.value(expression, data)).isEqualTo(expected);
    }
  }
}
