package dev.cairn.pact.natives;

import dev.cairn.pact.value.Value;

/** The meaning of a native; called with exactly as many arguments as its arity. */
@FunctionalInterface
public interface NativeFunction {

  /**
   * Computes the result.
   *
   * @throws dev.cairn.pact.error.PactException when the arguments have no result
   */
  Value apply(NativeCall call);
}
