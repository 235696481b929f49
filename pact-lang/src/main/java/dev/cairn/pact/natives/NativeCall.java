package dev.cairn.pact.natives;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.Value;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One call of a native: its evaluated arguments and its caller. */
public final class NativeCall {
  private final String name;
  private final NativeContext context;
  private final Value[] arguments;

  /** Takes ownership of the array. */
  public NativeCall(String name, NativeContext context, Value... arguments) {
    this.name = name;
    this.context = context;
    this.arguments = arguments;
  }

  /** Who calls; natives of the evaluator know more about it. */
  public NativeContext context() {
    return context;
  }

  public int size() {
    return arguments.length;
  }

  public Value argument(int index) {
    return arguments[index];
  }

  /** The argument as the wanted kind of value; else the native's type error. */
  public <V extends Value> V argument(int index, Class<V> kind) {
    Value value = arguments[index];
    if (kind.isInstance(value)) {
      return kind.cast(value);
    }
    throw typeError();
  }

  /** Calls a closure that is among the arguments. */
  public Value call(Value closure, Value... values) {
    return context.call(closure, values);
  }

  /** Charges beyond the native's flat cost; fails when the limit is passed. */
  public void charge(long milligas) {
    context.charge(milligas);
  }

  /** The failure of a call whose arguments have the wrong types. */
  public PactException typeError() {
    String types = Arrays.stream(arguments).map(Value::kindName).collect(Collectors.joining(", "));
    String head = "Type error: failed to call native function " + name;
    String tail = " with argument(s) of type(s): " + types;
    return PactException.fatal(head + tail, head + "," + tail);
  }

  /** The failure of a native for a reason of its own. */
  public PactException failure(String reason) {
    return PactException.fatal(
        "native execution failure, " + name + " failed with message: " + reason,
        "Native execution failed for " + name + " with the message: " + reason);
  }
}
