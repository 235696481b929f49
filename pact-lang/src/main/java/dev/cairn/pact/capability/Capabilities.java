package dev.cairn.pact.capability;

import dev.cairn.pact.eval.Calls;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Event;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.FunctionClosure;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.Set;
import java.util.function.Supplier;

/** Acquiring capabilities (reference 4.5). */
public final class Capabilities {

  private Capabilities() {}

  /** {@code with-capability}: the result of the code while the capability is granted. */
  public static Value with(Context context, CapToken token, Supplier<Value> code) {
    refuseInside(context, "with-capability");
    ModuleAdmin.require(context, token.name().module());
    return acquire(context, token, code);
  }

  /** Runs the code with the capability, whoever asks. */
  public static Value acquire(Context context, CapToken token, Supplier<Value> code) {
    CapabilityState state = context.transaction().capabilities();
    if (state.isGranted(Token.of(token))) {
      return code.get();
    }
    evaluate(context, token, true);
    Value result = code.get();
    state.pop();
    return result;
  }

  /** {@code compose-capability}: grants it as long as the capability whose body runs. */
  static PactValue compose(Context context, CapToken token) {
    CapabilityState state = context.transaction().capabilities();
    if (!state.isGranted(Token.of(token))) {
      evaluate(context, token, true);
      state.composeIntoBelow();
    }
    return PBool.TRUE;
  }

  /** {@code require-capability}. */
  static PactValue require(Context context, Token token) {
    if (!context.transaction().capabilities().isGranted(token)) {
      throw CapabilityErrors.notGranted(token);
    }
    return PBool.TRUE;
  }

  /** {@code install-capability}. */
  static void install(Context context, CapToken token) {
    refuseInside(context, "install-capability");
    Defcap capability = context.transaction().capabilityVersions().get(token);
    Installation.byCode(context, capability, Token.of(token));
  }

  /**
   * Installs and tries a capability for the REPL: no manager, no event of a managed capability; it
   * stays granted only if it is not managed.
   */
  public static PactValue test(Context context, CapToken token) {
    CapabilityState state = context.transaction().capabilities();
    Defcap capability = context.transaction().capabilityVersions().get(token);
    if (isManaged(capability)) {
      Installation.forTest(context, capability, Token.of(token));
    }
    if (!state.isGranted(Token.of(token))) {
      evaluate(context, token, false);
      if (!(capability.meta() instanceof Defcap.Meta.Unmanaged)) {
        state.pop();
      }
    }
    return PUnit.UNIT;
  }

  private static boolean isManaged(Defcap capability) {
    return capability.meta() instanceof Defcap.Meta.Managed
        || capability.meta() instanceof Defcap.Meta.AutoManaged;
  }

  /** {@code emit-event}: the event without running the body. */
  static PactValue emit(Context context, CapToken token) {
    Defcap capability = context.transaction().capabilityVersions().get(token);
    ModuleAdmin.require(context, token.name().module());
    if (capability.meta() instanceof Defcap.Meta.Unmanaged) {
      throw CapabilityErrors.notAnEvent(token.name());
    }
    if (!token.name().module().equals(context.transaction().calls().callingModule())) {
      throw CapabilityErrors.eventOfOtherModule(token.name().module());
    }
    record(context, token);
    return PBool.TRUE;
  }

  static void refuseInside(Context context, String form) {
    if (context.inCapability()) {
      throw CapabilityErrors.insideCapability(form);
    }
  }

  /** Runs the body on a new slot, then manager and event; the slot stays on the stack. */
  private static void evaluate(Context context, CapToken token, boolean forUse) {
    Defcap capability = context.transaction().capabilityVersions().get(token);
    CapabilityState state = context.transaction().capabilities();
    Set<Token> before = state.beingEvaluated();
    if (capability.meta() instanceof Defcap.Meta.Managed meta) {
      evaluateManaged(context, capability, meta, token, forUse);
    } else if (capability.meta() instanceof Defcap.Meta.AutoManaged) {
      markUsed(state, Installation.required(context, capability, Token.of(token)));
      runBody(context, capability, token, Token.of(token));
    } else {
      runBody(context, capability, token, Token.of(token));
    }
    state.endEvaluation(before);
    if (capability.meta() instanceof Defcap.Meta.Event || (forUse && isManaged(capability))) {
      record(context, token);
    }
    state.rename(Token.of(token));
  }

  /** The body sees the installed token, so signatures limited to that count. */
  private static void evaluateManaged(
      Context context,
      Defcap capability,
      Defcap.Meta.Managed meta,
      CapToken token,
      boolean forUse) {
    ManagedInstance instance = Installation.required(context, capability, Token.of(token));
    runBody(context, capability, token, instance.original());
    if (forUse) {
      PactValue left = manage(context, meta, instance, token);
      context.transaction().capabilities().putManaged(instance.withManaged(left));
    }
  }

  private static PactValue manage(
      Context context, Defcap.Meta.Managed meta, ManagedInstance instance, CapToken token) {
    Defun manager = meta.manager();
    PactValue managed = instance.managed();
    if (manager == null || managed == null) {
      throw new IllegalStateException("A managed capability of a module has a manager.");
    }
    PactValue requested = token.args().items().get(meta.index());
    return Closure.pactValue(new FunctionClosure(manager, context).apply(managed, requested));
  }

  private static void markUsed(CapabilityState state, ManagedInstance instance) {
    if (instance.used()) {
      throw CapabilityErrors.alreadyUsed();
    }
    state.putManaged(instance.afterUse());
  }

  private static void runBody(Context context, Defcap capability, CapToken token, Token granted) {
    CapabilityState state = context.transaction().capabilities();
    state.push(granted);
    state.beginEvaluation(granted);
    Value[] arguments = token.args().items().toArray(new Value[0]);
    Calls.run(context.insideCapability(), capability, capability.body(), arguments);
  }

  private static void record(Context context, CapToken token) {
    if (!context.transaction().environment().has(Flag.DISABLE_EVENTS)) {
      context.transaction().events().add(event(context, token));
    }
  }

  private static Event event(Context context, CapToken token) {
    boolean present = context.transaction().environment().has(Flag.ENABLE_LEGACY_EVENT_HASHES);
    return new Event(
        token.name().name(),
        token.args(),
        token.name().module(),
        present
            ? context.transaction().modules().module(token.name().module()).hash()
            : token.name().hash());
  }

  /** Grants a token of the evaluator's own around some of its checks. */
  public static <T> T withMagic(Context context, Token token, Supplier<T> check) {
    CapabilityState state = context.transaction().capabilities();
    if (context.transaction().environment().has(Flag.DISABLE_PACT_52)) {
      return check.get();
    }
    if (state.isGranted(token)) {
      throw CapabilityErrors.magicTwice(token);
    }
    state.push(token);
    T result = check.get();
    state.pop();
    return result;
  }
}
