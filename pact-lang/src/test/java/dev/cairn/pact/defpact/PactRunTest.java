package dev.cairn.pact.defpact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.chain.OutcomeJson;
import dev.cairn.pact.chain.PactExecutionJson;
import dev.cairn.pact.chain.Runs;
import dev.cairn.pact.eval.Event;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PObject;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class PactRunTest {
  private static final String MODULE =
      """
      (module p G
        (defcap G () true)
        (defpact steps (n:integer)
          (step-with-rollback (+ n 1) (+ n 10))
          (step (+ n 2)))
        (defpact cross (n:integer target:string)
          (step (yield {"n": n} target))
          (step (resume {"n" := m} (+ m n)))))
      """;

  private static Outcome.Success started(Runs runs, String code) {
    return runs.succeed(code);
  }

  private static PactExecution state(Outcome.Success success) {
    PactExecution execution = success.pact();
    assertThat(execution).isNotNull();
    return execution;
  }

  private static Outcome.Success success(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Success.class);
    return (Outcome.Success) outcome;
  }

  private static String message(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failure.class);
    return ((Outcome.Failure) outcome).message();
  }

  @Test
  void steps_runOnePerTransaction() {
    Runs runs = new Runs();
    runs.succeed(MODULE);
    Outcome.Success first = started(runs, "(p.steps 5)");
    assertThat(first.value()).isEqualTo(PInteger.of(6));
    String id = state(first).pactId();
    assertThat(success(runs.resume(id, 1, false, null)).value()).isEqualTo(PInteger.of(7));
    assertThat(message(runs.resume(id, 1, false, null)))
        .startsWith("Requested defpact execution already completed");
  }

  @Test
  void rollback_endsTheDefpact() {
    Runs runs = new Runs();
    runs.succeed(MODULE);
    String id = state(started(runs, "(p.steps 5)")).pactId();
    assertThat(success(runs.resume(id, 0, true, null)).value()).isEqualTo(PInteger.of(15));
    assertThat(message(runs.resume(id, 1, false, null)))
        .startsWith("Requested defpact execution already completed");
  }

  @Test
  void step_mustFollowTheLast() {
    Runs runs = new Runs();
    runs.succeed(MODULE);
    String id = state(started(runs, "(p.steps 5)")).pactId();
    assertThat(message(runs.resume(id, 0, false, null))).startsWith("Step mismatch");
    assertThat(message(runs.resume(id, 2, false, null)))
        .startsWith("Step does not match defpact properties");
    assertThat(message(runs.resume("unknown", 1, false, null)))
        .startsWith("No previous defpact execution found");
  }

  @Test
  void transaction_startsOneDefpact() {
    Runs runs = new Runs();
    runs.succeed(MODULE);
    assertThat(runs.fail("(p.steps 1) (p.steps 2)").message())
        .startsWith("Another defpact execution context is already running");
  }

  @Test
  void yield_crossesChainsWithAProof() {
    Runs source = new Runs().onChain("0");
    source.succeed(MODULE);
    Outcome.Success left = started(source, "(p.cross 5 \"1\")");
    PactExecution execution = state(left);
    assertThat(left.events()).extracting(Event::name).containsExactly("X_YIELD");

    Runs target = new Runs().onChain("1").spv(proving(OutcomeJson.continuation(execution)));
    target.succeed(MODULE);
    Outcome.Success arrived = success(target.resume(execution.pactId(), 1, false, "proof"));
    assertThat(arrived.value()).isEqualTo(PInteger.of(10));
    assertThat(arrived.events()).extracting(Event::name).containsExactly("X_RESUME");
    assertThat(message(target.resume(execution.pactId(), 1, false, "proof")))
        .startsWith("Requested defpact execution already completed");
  }

  @Test
  void yield_forAnotherChainIsRefused() {
    Runs source = new Runs().onChain("0");
    source.succeed(MODULE);
    PactExecution execution = state(started(source, "(p.cross 5 \"1\")"));
    Runs other = new Runs().onChain("2").spv(proving(OutcomeJson.continuation(execution)));
    other.succeed(MODULE);
    assertThat(message(other.resume(execution.pactId(), 1, false, "proof")))
        .startsWith("Yield provenance does not match");
  }

  /** Chains that believe whatever continuation they are shown. */
  private static SpvSupport proving(String continuation) {
    return new SpvSupport() {
      @Override
      public PObject verify(String kind, PObject proof) {
        return proof;
      }

      @Override
      public PactExecution verifyContinuation(String proof) {
        try {
          return PactExecutionJson.read(new ObjectMapper().readTree(continuation));
        } catch (JsonProcessingException malformed) {
          throw new UncheckedIOException(malformed);
        }
      }
    };
  }
}
