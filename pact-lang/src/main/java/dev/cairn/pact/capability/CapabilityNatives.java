package dev.cairn.pact.capability;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.CallStack;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.Value;
import java.util.List;
import java.util.Set;

/** The natives of capabilities, apart from the form {@code with-capability}. */
public final class CapabilityNatives {
  private static final long CAPABILITY_MILLIGAS = 500;
  private static final long SEARCH_MILLIGAS = 100;
  private static final long EMIT_MILLIGAS = 1_000;
  private static final long VERIFIER_MILLIGAS = 10_000;
  private static final long ADMIN_MILLIGAS = 20_000;

  private CapabilityNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named(
            "require-capability", 1, CAPABILITY_MILLIGAS, CapabilityNatives::require),
        ContextFunction.named(
            "compose-capability", 1, CAPABILITY_MILLIGAS, CapabilityNatives::compose),
        ContextFunction.named(
            "install-capability", 1, CAPABILITY_MILLIGAS, CapabilityNatives::install),
        ContextFunction.named("emit-event", 1, EMIT_MILLIGAS, CapabilityNatives::emit),
        ContextFunction.named("create-capability-guard", 1, CapabilityNatives::guard),
        ContextFunction.named("create-capability-pact-guard", 1, CapabilityNatives::pactGuard),
        ContextFunction.named(
            "enforce-verifier", 1, VERIFIER_MILLIGAS, CapabilityNatives::enforceVerifier),
        ContextFunction.named(
            "acquire-module-admin", 1, ADMIN_MILLIGAS, CapabilityNatives::acquireAdmin));
  }

  private static Value require(Context context, NativeCall call) {
    Token token = Token.of(call.argument(0, CapToken.class));
    context.charge(SEARCH_MILLIGAS * context.transaction().capabilities().depth());
    return Capabilities.require(context, token);
  }

  private static Value compose(Context context, NativeCall call) {
    CapToken token = call.argument(0, CapToken.class);
    requireCapabilityBody(context, call);
    return Capabilities.compose(context, token);
  }

  private static Value install(Context context, NativeCall call) {
    Capabilities.install(context, call.argument(0, CapToken.class));
    return new PString("Installed capability");
  }

  private static Value emit(Context context, NativeCall call) {
    return Capabilities.emit(context, call.argument(0, CapToken.class));
  }

  private static Value guard(Context context, NativeCall call) {
    CapToken token = call.argument(0, CapToken.class);
    return new Guard.CapabilityGuard(token.name().qualified(), token.args(), null);
  }

  private static Value pactGuard(Context context, NativeCall call) {
    CapToken token = call.argument(0, CapToken.class);
    String pactId = context.transaction().pact().id();
    return new Guard.CapabilityGuard(token.name().qualified(), token.args(), pactId);
  }

  private static Value enforceVerifier(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    requireCapabilityBody(context, call);
    Set<Token> tokens = context.transaction().environment().verifiers().get(name);
    if (tokens == null) {
      throw verifierFailure(name, "not in transaction");
    }
    Set<Token> evaluated = context.transaction().capabilities().beingEvaluated();
    if (tokens.stream().noneMatch(evaluated::contains)) {
      throw verifierFailure(name, "not in scope");
    }
    return PBool.TRUE;
  }

  private static PactException verifierFailure(String name, String reason) {
    return PactException.recoverable(
        "Verifier failure " + name + ": " + reason,
        "Verifier " + name + " failed with the message: " + reason);
  }

  private static Value acquireAdmin(Context context, NativeCall call) {
    ModuleRef module = call.argument(0, ModuleRef.class);
    ModuleAdmin.acquire(context, context.transaction().modules().module(module.name()));
    return new PString("Module admin for module " + module.name() + " acquired");
  }

  private static void requireCapabilityBody(Context context, NativeCall call) {
    CallStack.Call top = context.transaction().calls().top();
    if (top == null || !(top.definition() instanceof Defcap)) {
      throw call.failure("native must be called within a defcap body");
    }
  }
}
