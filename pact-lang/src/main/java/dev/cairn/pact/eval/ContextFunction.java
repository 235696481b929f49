package dev.cairn.pact.eval;

import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.Value;

/** The meaning of a native that needs more than its arguments. */
@FunctionalInterface
public interface ContextFunction {

  Value apply(Context context, NativeCall call);

  /** The native of that meaning. */
  static Native named(String name, int arity, long milligas, ContextFunction function) {
    // The evaluator calls natives with a Context and nothing else.
    return Native.of(name, arity, milligas, call -> function.apply((Context) call.context(), call));
  }

  /** The native of that meaning at the usual cost. */
  static Native named(String name, int arity, ContextFunction function) {
    return named(name, arity, Native.USUAL_MILLIGAS, function);
  }
}
