package dev.cairn.pact.repl;

import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.defpact.PactRun;
import dev.cairn.pact.defpact.PactStep;
import dev.cairn.pact.defpact.Yield;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The natives that begin and end transactions and continue defpacts. */
final class TransactionNatives {
  private final Supplier<ReplSession> session;

  TransactionNatives(Supplier<ReplSession> session) {
    this.session = session;
  }

  List<Native> natives() {
    return List.of(
        Native.of("begin-tx", 0, call -> begin(null)),
        Native.of("begin-tx", 1, call -> begin(call.argument(0, PString.class).value()))
            .as("begin-named-tx"),
        Native.of("commit-tx", 0, call -> end("Commit Tx", true)),
        Native.of("rollback-tx", 0, call -> end("Rollback Tx", false)),
        ContextFunction.named("continue-pact", 1, this::resume),
        ContextFunction.named("continue-pact", 2, this::resume).as("continue-pact-with-rollback"),
        ContextFunction.named("continue-pact", 3, this::resume).as("continue-pact-rollback-yield"),
        ContextFunction.named("continue-pact", 4, this::resume)
            .as("continue-pact-rollback-yield-object"),
        Native.of("pact-state", 0, call -> state(false)),
        Native.of("pact-state", 1, call -> state(call.argument(0, PBool.class).value()))
            .as("reset-pact-state"));
  }

  private Value begin(@Nullable String name) {
    if (!session.get().begin(name)) {
      throw PactException.recoverable("tx-function failure Begin Tx");
    }
    int number = session.get().transactionNumber();
    return new PString("Begin Tx " + session.get().label(number));
  }

  private Value end(String what, boolean keepRows) {
    int number = session.get().transactionNumber();
    if (!session.get().end(keepRows)) {
      throw PactException.recoverable("tx-function failure " + what);
    }
    return new PString(what + " " + session.get().label(number));
  }

  private Value resume(Context context, NativeCall call) {
    int step = step(call);
    boolean rollback = call.size() > 1 && call.argument(1, PBool.class).value();
    String id = call.size() > 2 ? call.argument(2, PString.class).value() : null;
    PObject data = call.size() > 3 ? call.argument(3, PObject.class) : null;
    Transaction transaction = context.transaction();
    PactExecution running = transaction.pact().execution();
    PactStep wanted = new PactStep(step, rollback, id(id, running), resumed(data, running));
    transaction.pact().execution(null);
    return PactRun.resume(context, wanted, null);
  }

  /** No defpact has a step outside of the range. */
  private static int step(NativeCall call) {
    BigInteger step = call.argument(0, PInteger.class).value();
    if (step.bitLength() >= Integer.SIZE) {
      throw call.failure("there is no step " + step);
    }
    return step.intValue();
  }

  private static String id(@Nullable String given, @Nullable PactExecution running) {
    if (given != null) {
      return given;
    }
    if (running == null) {
      throw PactException.fatal(
          "No defpact id or execution environment supplied",
          "No defpact id or execution environment supplied.");
    }
    return running.pactId();
  }

  /** The given object takes the place of what was yielded, but not of its provenance. */
  private static @Nullable Yield resumed(@Nullable PObject data, @Nullable PactExecution running) {
    Yield yielded = running == null ? null : running.yield();
    if (data == null) {
      return yielded;
    }
    return new Yield(data, yielded == null ? null : yielded.provenance(), null);
  }

  private Value state(boolean clear) {
    Transaction transaction = session.get().transaction();
    PactExecution execution = transaction.pact().execution();
    if (execution == null) {
      throw PactException.recoverable("pact-state: no pact exec in context");
    }
    if (clear) {
      transaction.pact().execution(null);
    }
    Yield yield = execution.yield();
    return PObject.of(
        Map.of(
            "pactId",
            new PString(execution.pactId()),
            "yield",
            yield == null ? PBool.FALSE : yield.data(),
            "step",
            PInteger.of(execution.step())));
  }
}
