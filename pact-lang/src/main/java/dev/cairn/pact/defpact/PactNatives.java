package dev.cairn.pact.defpact;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code yield}, {@code resume}, {@code pact-id} and {@code continue}. */
public final class PactNatives {

  private static final long RESUME_MILLIGAS = 500;

  private PactNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named("yield", 1, PactNatives::yieldHere),
        ContextFunction.named("yield", 2, PactNatives::yieldTo).as("yield-to-chain"),
        ContextFunction.named("resume", 1, RESUME_MILLIGAS, PactNatives::resume),
        ContextFunction.named("pact-id", 0, PactNatives::pactId),
        Native.of("continue", 1, call -> call.argument(0)));
  }

  private static Value pactId(Context context, NativeCall call) {
    return new PString(context.transaction().pact().id());
  }

  private static Value yieldHere(Context context, NativeCall call) {
    PObject data = call.argument(0, PObject.class);
    return leave(context.transaction(), new Yield(data, null, null));
  }

  private static Value yieldTo(Context context, NativeCall call) {
    PObject data = call.argument(0, PObject.class);
    String target = call.argument(1, PString.class).value();
    Transaction transaction = context.transaction();
    PactExecution execution = running(transaction);
    Yield.Provenance provenance = new Yield.Provenance(target, callingModule(transaction).hash());
    if (execution.stepHasRollback()) {
      String text = "Cross-chain yield not allowed in step with rollback";
      throw PactException.fatal(text, "Program encountered an unhandled error: " + text);
    }
    String source = transaction.environment().chain().chainId();
    return leave(transaction, new Yield(data, provenance, source));
  }

  private static Value leave(Transaction transaction, Yield yield) {
    transaction.pact().execution(running(transaction).yielding(yield));
    return yield.data();
  }

  private static PactExecution running(Transaction transaction) {
    PactExecution execution = transaction.pact().execution();
    if (execution == null) {
      throw PactException.fatal(
          "Try to yield a value outside a running defpact execution",
          "Failed to yield a value outside of a running defpact execution.");
    }
    return execution;
  }

  private static Value resume(Context context, NativeCall call) {
    Yield yield = yielded(context.step());
    checkProvenance(context.transaction(), yield);
    return call.call(call.argument(0), yield.data());
  }

  private static Yield yielded(@Nullable PactStep step) {
    if (step == null) {
      throw PactException.fatal(
          "No active defpact execution in the environment",
          "No active defpact execution found in the environment.");
    }
    Yield yield = step.resume();
    if (yield == null) {
      throw PactException.fatal(
          "No yield value found from previous pact step. Current step: "
              + step.step()
              + " defpact Id: "
              + step.pactId(),
          "No yield value found from the previous defpact step. Current step: "
              + step.step()
              + " defpact id: "
              + step.pactId());
    }
    return yield;
  }

  /** A yield for another chain, or for another module, is not ours. */
  private static void checkProvenance(Transaction transaction, Yield yield) {
    Yield.Provenance provenance = yield.provenance();
    if (provenance == null) {
      return;
    }
    Module module = callingModule(transaction);
    String here = transaction.environment().chain().chainId();
    if (!provenance.targetChain().equals(here) || !module.blesses(provenance.moduleHash())) {
      Yield.Provenance expected = new Yield.Provenance(here, module.hash());
      throw PactException.fatal(
          "Yield provenance does not match, received "
              + text(provenance)
              + ", expected ["
              + text(expected)
              + "]",
          "Yield provenance does not match, received: "
              + text(provenance)
              + " , expected: "
              + text(expected));
    }
  }

  private static String text(Yield.Provenance provenance) {
    return "Provenance " + provenance.targetChain() + " " + provenance.moduleHash();
  }

  private static Module callingModule(Transaction transaction) {
    ModuleName module = transaction.calls().callingModule();
    if (module == null) {
      String text = "no module call in stack";
      throw PactException.fatal(text, "Program encountered an unhandled error: " + text);
    }
    return transaction.modules().module(module);
  }
}
