package dev.cairn.pact.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.Evaluation;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.value.PInteger;
import org.junit.jupiter.api.Test;

class PactEngineTest {
  private static final String COUNTER =
      """
      (module counter G
        (defcap G () true)
        (defcap COUNTED (n:integer) @event true)
        (defschema row n:integer)
        (deftable rows:{row})
        (defun count:integer (key:string)
          (with-default-read rows key {"n": 0} {"n" := n}
            (write rows key {"n": (+ n 1)})
            (emit-event (COUNTED (+ n 1)))
            (+ n 1))))
      (create-table rows)
      """;

  @Test
  void run_givesValueEventsAndWrites() {
    Runs runs = new Runs();
    runs.succeed(COUNTER);
    runs.succeed("(counter.count \"a\")");
    Outcome.Success second = runs.succeed("(counter.count \"a\")");
    assertThat(second.value()).isEqualTo(PInteger.of(2));
    assertThat(second.events()).hasSize(1);
    assertThat(second.writes()).hasSize(1);
    assertThat(second.writes().get(0).table()).isEqualTo("counter_rows");
  }

  @Test
  void failedRun_leavesTheStateAsItWas() {
    Runs runs = new Runs();
    runs.succeed(COUNTER);
    runs.fail("(counter.count \"a\") (enforce false \"boom\")");
    assertThat(runs.succeed("(counter.count \"a\")").value()).isEqualTo(PInteger.of(1));
  }

  @Test
  void gasLimit_stopsAnyProgram() {
    Work work =
        new Work.Code(
            Program.parse("(fold (+) 0 (map (lambda (i) (* i i)) (enumerate 1 100000)))"));
    GasMeter gas = GasMeter.limited(1_000);
    Outcome outcome = new Runs().run(work, gas);
    assertThat(outcome).isInstanceOf(Outcome.Failure.class);
    assertThat(((Outcome.Failure) outcome).message()).startsWith("Gas limit \"1000\"exceeded: ");
  }

  @Test
  void failure_tellsOriginAndLine() {
    Runs runs = new Runs();
    runs.succeed("(module m G (defcap G () true)\n (defun f ()\n  (at 5 [1])))");
    Outcome.Failure failure = runs.fail("(m.f)");
    assertThat(failure.type()).isEqualTo("EvalError");
    assertThat(failure.message()).isEqualTo("Array index out of bounds. Length: 1, Index: 5");
    assertThat(failure.info()).startsWith("m.f.{").endsWith("}:2");
  }

  @Test
  void table_canBeAResult() {
    String code =
        "(interface i (defun f ())) (module m G (defcap G () true)"
            + " (defschema s b:[integer] a:object{p} r:module{i} any) (defschema p x:time)"
            + " (deftable t:{s})) m.t";
    assertThat(OutcomeJson.result(Evaluation.run(code)))
        .startsWith("{\"status\":\"success\",\"data\":{\":tableName\":\"m:t\",\":moduleHash\":\"")
        .endsWith(
            "\",\":schema\":{\"sc_name\":\"m.s\",\"sc_fields\":"
                + "{\"a\":{\"tyobject\":{\"sc_name\":\"m.p\",\"sc_fields\":{\"x\":\"time\"}}},"
                + "\"b\":{\"tylist\":\"integer\"},\"r\":{\"tymodref\":[{\"namespace\":null,\"name\":\"i\"}]},"
                + "\"any\":\"*\"}}}}");
  }
}
