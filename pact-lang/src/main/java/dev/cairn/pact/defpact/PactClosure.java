package dev.cairn.pact.defpact;

import dev.cairn.pact.eval.Arguments;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.value.Value;

/** A defpact as something to call: the call starts it, or advances it inside a step of another. */
public final class PactClosure implements Closure {
  private final Defpact pact;
  private final Context context;

  public PactClosure(Defpact pact, Context context) {
    this.pact = pact;
    this.context = context;
  }

  @Override
  public Value apply(Value... arguments) {
    if (arguments.length != pact.arity()) {
      throw Closure.tooManyArguments();
    }
    context.charge(CALL_MILLIGAS + ARGUMENT_MILLIGAS * arguments.length);
    Arguments.check(pact.parameters(), arguments, context::charge);
    PactContinuation continuation =
        new PactContinuation(pact.qualifiedName(), Arguments.list(arguments));
    PactStep outer = context.step();
    return outer == null
        ? PactRun.start(context, continuation)
        : NestedPactRun.advance(context, outer, continuation);
  }

  @Override
  public String describe() {
    return "function " + pact.qualifiedName();
  }
}
