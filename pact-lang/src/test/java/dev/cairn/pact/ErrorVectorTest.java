package dev.cairn.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.chain.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of errors that are expressions by themselves, in the wording of a chain. */
class ErrorVectorTest {
  /** The others say in words what must have happened before. */
  private static final int BY_THEMSELVES = 15;

  static List<JsonNode> vectors() {
    List<JsonNode> vectors =
        Vectors.cases("errors", "cases").filter(ErrorVectorTest::isByItself).toList();
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(BY_THEMSELVES);
    return vectors;
  }

  private static boolean isByItself(JsonNode vector) {
    String text = vector.required("expr").asText();
    return !text.contains("called as")
        && (text.endsWith(")") || text.endsWith("outside a defpact"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void error_vector(JsonNode vector) {
    String expression = vector.required("expr").asText().replace(" outside a defpact", "");
    assertThat(Evaluation.run(expression))
        .asInstanceOf(type(Outcome.Failure.class))
        .satisfies(
            failure -> {
              assertThat(failure.type()).isEqualTo(vector.required("type").asText());
              assertThat(failure.message()).isEqualTo(vector.required("chain").asText());
            });
  }
}
