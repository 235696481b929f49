package dev.cairn.pact.defpact;

import dev.cairn.pact.db.Domain;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Calls;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.gas.StorageCost;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.value.QualifiedName;
import dev.cairn.pact.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starting a defpact and continuing it, one step per transaction (reference 4.9). */
public final class PactRun {

  private PactRun() {}

  /** Starts the defpact: its id is the hash of the transaction, its first step runs at once. */
  static Value start(Context context, PactContinuation continuation) {
    String id = context.transaction().environment().transactionHash();
    PactStep step = new PactStep(0, false, id, null);
    return runStep(context, continuation, step, Map.of());
  }

  /**
   * Continues the defpact that the step names.
   *
   * @param proved its state on another chain, if a proof of one came with the request
   */
  public static Value resume(Context context, PactStep step, @Nullable PactExecution proved) {
    PactExecution execution = execution(context.transaction(), step, proved);
    checkStep(step, execution);
    Yield resume = step.resume() != null ? step.resume() : execution.yield();
    return runStep(context, execution.continuation(), step.resuming(resume), execution.nested());
  }

  private static PactExecution execution(
      Transaction transaction, PactStep step, @Nullable PactExecution proved) {
    PactRecord stored = transaction.database().read(Domain.PACTS, step.pactId());
    if (stored == null) {
      if (proved == null) {
        throw PactErrors.notFound(step.pactId());
      }
      return proved;
    }
    PactExecution present = stored.execution();
    if (present == null) {
      throw PactErrors.alreadyCompleted(step.pactId());
    }
    return proved == null ? present : comeBack(step, present, proved);
  }

  /** A defpact can leave this chain and come back, with at least one step done elsewhere. */
  private static PactExecution comeBack(
      PactStep step, PactExecution present, PactExecution proved) {
    if (proved.step() <= present.step() + 1
        || !proved.continuation().equals(present.continuation())
        || proved.stepCount() != present.stepCount()) {
      throw PactErrors.crossChain(step);
    }
    return proved;
  }

  private static void checkStep(PactStep step, PactExecution execution) {
    if (!step.pactId().equals(execution.pactId())) {
      throw PactErrors.otherId(step.pactId(), execution.pactId());
    }
    if (step.step() < 0 || step.step() >= execution.stepCount()) {
      throw PactErrors.noSuchStep(step, execution.stepCount());
    }
    if (step.rollback() && step.step() != execution.step()) {
      throw PactErrors.rollbackMismatch(step, execution);
    }
    if (!step.rollback() && step.step() != execution.step() + 1) {
      throw PactErrors.stepMismatch(step, execution);
    }
  }

  private static Value runStep(
      Context context,
      PactContinuation continuation,
      PactStep step,
      Map<String, PactExecution> nested) {
    RunningPact running = context.transaction().pact();
    PactExecution present = running.execution();
    if (present != null) {
      throw PactErrors.alreadyRunning(present.pactId());
    }
    Defpact pact = definition(context.transaction(), continuation.definition());
    Defpact.Step code = code(pact, step);
    running.execution(
        new PactExecution(
            step.pactId(),
            pact.steps().size(),
            step.step(),
            code.hasRollback(),
            continuation,
            null,
            nested));
    Value result = runBody(context.inStep(step), pact, code, step, continuation);
    finish(context.transaction(), step);
    return result;
  }

  static Defpact definition(Transaction transaction, QualifiedName name) {
    Definition found = transaction.modules().member(name);
    if (found instanceof Defpact pact) {
      return pact;
    }
    throw PactException.fatal("Expected a defpact for free variable " + name);
  }

  static Defpact.Step code(Defpact pact, PactStep step) {
    if (step.step() >= pact.steps().size()) {
      throw PactErrors.noSuchStep(step, pact.steps().size());
    }
    return pact.steps().get(step.step());
  }

  static Value runBody(
      Context context,
      Defpact pact,
      Defpact.Step code,
      PactStep step,
      PactContinuation continuation) {
    Definition.Body body = step.rollback() ? code.rollback() : code.body();
    if (body == null) {
      throw PactErrors.noRollback(step.pactId());
    }
    Value[] arguments = continuation.arguments().items().toArray(new Value[0]);
    return Calls.run(context, pact, body, arguments);
  }

  /** Stores how far the defpact has come, or that it is complete. */
  private static void finish(Transaction transaction, PactStep step) {
    PactExecution execution = transaction.pact().execution();
    if (execution == null) {
      throw new IllegalStateException("A step that ran leaves its execution.");
    }
    requireNestedAdvanced(execution, step);
    transaction.gas().charge(StorageCost.writing(ExecutionSize.of(execution)));
    boolean done = step.rollback() || step.step() == execution.stepCount() - 1;
    transaction
        .database()
        .write(Domain.PACTS, step.pactId(), new PactRecord(done ? null : execution));
    CrossChainEvents.emit(transaction, step.resume(), execution);
  }

  static void requireNestedAdvanced(PactExecution execution, PactStep step) {
    for (PactExecution nested : execution.nested().values()) {
      if (nested.step() != step.step()) {
        throw PactErrors.nestedNotAdvanced(execution.pactId());
      }
    }
  }
}
