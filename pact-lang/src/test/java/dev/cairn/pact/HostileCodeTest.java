package dev.cairn.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.value.PObject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No program may end in anything but an outcome. For a longer run: {@code -Dtest.jvm.flags="-Xmx1g
 * -Djqwik.tries.default=1000000"}.
 */
class HostileCodeTest {
  private static final long GAS_LIMIT = 2_000_000;

  @Property(edgeCases = EdgeCasesMode.NONE)
  void randomExpressions_endInAnOutcome(@ForAll("expressions") String expression) {
    assertEnds(RandomCode.MODULE + expression);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void randomTokens_endInAnOutcome(@ForAll("soups") String soup) {
    assertEnds(soup);
  }

  @Provide
  Arbitrary<String> expressions() {
    return RandomCode.expressions();
  }

  @Provide
  Arbitrary<String> soups() {
    return RandomCode.soups();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{'a:", "((lambda (x) ", "(+ 1 ", "(let ((x 1)) ", "(if true 1 "})
  void deepCode_isAPactError(String opening) {
    assertThat(run(opening.repeat(200_000))).isInstanceOf(Outcome.Failure.class);
  }

  /** Long code is no deep code: it is resolved, measured, hashed and run without recursion. */
  @ParameterizedTest
  @CsvSource({
    "(let (, (x 1) , ) x)",
    "'', (identity 1) , 1",
    "(cond, ((= 1 2) 1) , 2)",
    "[, 1 , ]",
    "(concat [, \"a\" , ])",
  })
  void longCode_isAModule(String start, String repeated, String end) {
    String body = start + " " + (repeated + " ").repeat(20_000) + end;
    String module = "(module m G (defcap G () true) (defun f () " + body + ")) (f)";
    assertThat(Evaluation.run(module)).isInstanceOf(Outcome.Success.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(fold (lambda (x i) [x]) [] (enumerate 0 100000))",
        "(fold (lambda (x i) [x x]) [] (enumerate 0 100))",
        "(fold (lambda (x i) (+ x x)) \"a\" (enumerate 0 100))",
        "(fold (lambda (x i) (* x x)) 3 (enumerate 0 100))",
        "(fold (lambda (x i) {'a: x}) {} (enumerate 0 100000))",
        "(hash (fold (lambda (x i) [x x]) [] (enumerate 0 15)))",
      })
  void growingValues_endEvenIfGasIsFree(String code) {
    assertThat(Evaluation.run(code)).isInstanceOf(Outcome.class);
  }

  private static void assertEnds(String code) {
    assertThat(run(code)).isInstanceOf(Outcome.class);
  }

  private static Outcome run(String code) {
    return Evaluation.run(code, PObject.EMPTY, GasMeter.limited(GAS_LIMIT));
  }
}
