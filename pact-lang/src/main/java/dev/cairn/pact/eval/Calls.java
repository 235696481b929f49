package dev.cairn.pact.eval;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.value.Value;
import java.util.function.UnaryOperator;

/** Runs the bodies of definitions on the call stack. */
public final class Calls {

  private Calls() {}

  /** Runs the body as a call of the definition and passes its result through the check. */
  static Value run(
      Context context,
      Definition definition,
      Definition.Body body,
      Value[] arguments,
      UnaryOperator<Value> check) {
    CallStack calls = context.transaction().calls();
    calls.push(definition, body.height());
    try {
      Context inside = context.enter(definition.module().name());
      return check.apply(body.term().eval(Frame.of(body, arguments, inside)));
    } catch (PactException failure) {
      throw calls.describe(failure);
    } finally {
      calls.pop();
    }
  }

  /** Runs the body as a call of the definition; the result must be a value. */
  public static Value run(
      Context context, Definition definition, Definition.Body body, Value[] arguments) {
    return run(context, definition, body, arguments, Closure::pactValue);
  }
}
