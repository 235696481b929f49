package dev.cairn.pact.eval;

import dev.cairn.pact.module.Definition;
import dev.cairn.pact.value.Value;

/** A lambda with the variables that it sees. It makes no call frame of its own. */
public final class LambdaClosure implements Closure {
  private final int arity;
  private final Definition.Body body;
  private final Value[] captured;
  private final Context context;

  public LambdaClosure(int arity, Definition.Body body, Value[] captured, Context context) {
    this.arity = arity;
    this.body = body;
    this.captured = captured;
    this.context = context;
  }

  @Override
  public Value apply(Value... arguments) {
    if (arguments.length > arity) {
      throw Closure.tooManyArguments();
    }
    if (arguments.length < arity) {
      PartialClosure.charge(context, arguments);
      return PartialClosure.of(this, arity, arguments);
    }
    if (arity > 0) { // code that only waited costs nothing to call
      context.charge(CALL_MILLIGAS + ARGUMENT_MILLIGAS * arguments.length);
    }
    CallStack calls = context.transaction().calls();
    calls.descend(body.height());
    try {
      Frame frame = Frame.of(body, captured, arguments, context);
      return Closure.pactValue(body.term().eval(frame));
    } finally {
      calls.ascend(body.height());
    }
  }

  @Override
  public String describe() {
    return "lambda";
  }
}
