package dev.cairn.pact.eval;

import dev.cairn.pact.module.Defun;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;

/** A function of a module, in the context that named it. */
public final class FunctionClosure implements Closure {
  private final Defun function;
  private final Context context;

  public FunctionClosure(Defun function, Context context) {
    this.function = function;
    this.context = context;
  }

  public Defun function() {
    return function;
  }

  @Override
  public Value apply(Value... arguments) {
    if (arguments.length > function.arity()) {
      throw Closure.tooManyArguments();
    }
    if (arguments.length < function.arity()) {
      PartialClosure.charge(context, arguments);
      return PartialClosure.of(this, function.arity(), arguments);
    }
    if (arguments.length > 0) { // as with lambdas, a call without arguments costs nothing
      context.charge(CALL_MILLIGAS + ARGUMENT_MILLIGAS * arguments.length);
    }
    Arguments.check(function.parameters(), arguments, context::charge);
    return Calls.run(context, function, function.body(), arguments, this::checkResult);
  }

  private PactValue checkResult(Value value) {
    PactValue result = Closure.pactValue(value);
    if (!context.transaction().environment().has(Flag.DISABLE_RETURN_TYPE_CHECKS)) {
      Parameter.check(function.result(), result, context::charge);
    }
    return result;
  }

  @Override
  public String describe() {
    return "function " + function.fullName();
  }
}
