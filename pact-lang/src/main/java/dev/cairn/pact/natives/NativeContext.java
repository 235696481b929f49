package dev.cairn.pact.natives;

import dev.cairn.pact.value.Value;

/** What a pure native may ask of the evaluator that calls it. */
public interface NativeContext {

  /** Calls a closure that the native was given. */
  Value call(Value closure, Value... arguments);

  /** Charges beyond the native's flat cost; fails when the limit is passed. */
  void charge(long milligas);
}
