package dev.cairn.pact.defpact;

import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defpacts that steps of another defpact call: they advance with it, step by step. */
final class NestedPactRun {

  private NestedPactRun() {}

  /** Runs the step of the nested defpact that belongs to the outer step. */
  static Value advance(Context context, PactStep outer, PactContinuation continuation) {
    RunningPact running = context.transaction().pact();
    PactExecution parent = running.execution();
    if (parent == null) {
      throw PactErrors.noStep();
    }
    Defpact pact = PactRun.definition(context.transaction(), continuation.definition());
    PactStep step = new PactStep(outer.step(), outer.rollback(), id(outer, continuation), null);
    Defpact.Step code = PactRun.code(pact, step);
    checkShape(pact, code, parent);
    PactExecution child = child(parent, step, pact, code, continuation);
    running.execution(child);
    PactStep resuming = step.resuming(child.yield());
    Value result = PactRun.runBody(context.inStep(resuming), pact, code, resuming, continuation);
    finish(running, parent, resuming);
    return result;
  }

  /** {@code H(parent id ":" call)}. */
  private static String id(PactStep outer, PactContinuation continuation) {
    String call =
        "{\"args\":"
            + StableJson.write(continuation.arguments())
            + ",\"def\":\""
            + continuation.definition()
            + "\"}";
    return PactHash.ofText(outer.pactId() + ":" + call);
  }

  private static void checkShape(Defpact pact, Defpact.Step code, PactExecution parent) {
    int count = pact.steps().size();
    if (count != parent.stepCount()) {
      throw PactErrors.nestedStepCount(parent.pactId(), count, parent.stepCount());
    }
    if (code.hasRollback() != parent.stepHasRollback()) {
      throw PactErrors.nestedRollback(
          parent.pactId(), code.hasRollback(), parent.stepHasRollback());
    }
  }

  private static PactExecution child(
      PactExecution parent,
      PactStep step,
      Defpact pact,
      Defpact.Step code,
      PactContinuation continuation) {
    PactExecution present = parent.nested().get(step.pactId());
    if (present == null) {
      return first(step, pact, code, continuation);
    }
    boolean again = code.hasRollback() && present.step() == step.step();
    boolean next = step.step() > 0 && present.step() + 1 == step.step();
    if (!again && !next) {
      throw PactErrors.nestedNeverStarted(step.pactId());
    }
    return present.atStep(step.step(), code.hasRollback());
  }

  private static PactExecution first(
      PactStep step, Defpact pact, Defpact.Step code, PactContinuation continuation) {
    if (step.step() != 0) {
      throw PactErrors.nestedTwice(step.pactId());
    }
    return new PactExecution(
        step.pactId(), pact.steps().size(), 0, code.hasRollback(), continuation, null, Map.of());
  }

  private static void finish(RunningPact running, PactExecution parent, PactStep step) {
    @Nullable PactExecution child = running.execution();
    if (child == null) {
      throw new IllegalStateException("A step that ran leaves its execution.");
    }
    PactRun.requireNestedAdvanced(child, step);
    running.execution(parent.withNested(child));
  }
}
