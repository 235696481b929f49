package dev.cairn.pact.capability;

import dev.cairn.pact.eval.Arguments;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Value;

/** A capability as something to call: the call makes a token and runs nothing. */
public final class CapabilityClosure implements Closure {
  private final Defcap capability;
  private final Context context;

  public CapabilityClosure(Defcap capability, Context context) {
    this.capability = capability;
    this.context = context;
  }

  @Override
  public Value apply(Value... arguments) {
    if (arguments.length != capability.arity()) {
      throw Closure.tooManyArguments();
    }
    context.charge(CALL_MILLIGAS + ARGUMENT_MILLIGAS * arguments.length);
    Arguments.check(capability.parameters(), arguments, context::charge);
    context.transaction().capabilityVersions().remember(capability);
    return new CapToken(capability.fullName(), Arguments.list(arguments));
  }

  @Override
  public String describe() {
    return "function " + capability.fullName();
  }
}
