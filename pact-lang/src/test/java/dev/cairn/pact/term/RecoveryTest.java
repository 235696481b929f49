package dev.cairn.pact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.chain.Runs;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
  private static final String TABLE =
      """
      (module m G
        (defcap G () true)
        (defschema s n:integer)
        (deftable t:{s})
        (defun put () (write t "k" {"n": 1}))
        (defun get () (at "n" (read t "k")))
        (defun list () (keys t)))
      (create-table t)
      """;

  private final Runs runs = new Runs();

  @Test
  void tryForm_catchesWhatCanBeCaught() {
    assertThat(runs.succeed("(try 1 (enforce false \"no\"))").value()).isEqualTo(PInteger.of(1));
    assertThat(runs.succeed("(try 1 (read-integer \"x\"))").value()).isEqualTo(PInteger.of(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(/ 1 0)", "(at 5 [])", "(+ 1 \"a\")"})
  void tryForm_letsFatalFailuresPass(String code) {
    assertThat(runs.fail("(try 1 " + code + ")").type()).isEqualTo("EvalError");
  }

  @Test
  void enforceOne_needsOneTest() {
    assertThat(
            runs.succeed("(enforce-one \"none\" [(enforce false \"a\") (enforce true \"b\")])")
                .value())
        .isEqualTo(PBool.TRUE);
    assertThat(runs.fail("(enforce-one \"none\" [(enforce false \"a\") false])").message())
        .isEqualTo("none");
    assertThat(runs.fail("(enforce-one \"none\" [(/ 1 0)])").message())
        .isEqualTo("Arithmetic exception: div by zero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(enforce (= \"\" (m.put)) \"no\")",
        "(try 1 (m.put))",
        "(enforce-one \"\" [(= \"\" (m.put))])",
        "(pure (m.put))",
        "(enforce-guard (create-user-guard (m.put)))",
        "(enforce (= [] (m.list)) \"no\")"
      })
  void conditions_mayNotWrite(String code) {
    runs.succeed(TABLE);
    assertThat(runs.fail(code).message())
        .isEqualTo(
            "Error during database operation: Operation is not allowed in read-only or"
                + " system-only mode.");
  }

  @Test
  void conditions_mayReadRows() {
    runs.succeed(TABLE + "(m.put)");
    assertThat(runs.succeed("(enforce (= 1 (m.get)) \"no\")").value()).isEqualTo(PBool.TRUE);
  }

  @Test
  void recursionThroughAModuleReference_fails() {
    runs.succeed("(interface i (defun f (r:integer)))");
    runs.succeed(
        """
        (module a G
          (implements i)
          (defcap G () true)
          (defun call (m:module{i} r:integer) (m::f r))
          (defun f (r:integer) (b-call r))
          (defun b-call (r:integer) r))
        """);
    runs.succeed(
        """
        (module b G
          (implements i)
          (defcap G () true)
          (defun loop (m:module{i}) (m::f 1))
          (defun f (r:integer) (a.call b r)))
        """);
    assertThat(runs.fail("(b.f 1)").message())
        .isEqualTo("Recursion detected by the runtime in function: b.f");
  }
}
