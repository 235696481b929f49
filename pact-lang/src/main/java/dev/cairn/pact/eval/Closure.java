package dev.cairn.pact.eval;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;

/** A value that can be called; it cannot be stored. */
public interface Closure extends Value {
  /** Cost of calling code of the program, and of each argument (reference 4.11). */
  long CALL_MILLIGAS = 50;

  long ARGUMENT_MILLIGAS = 25;

  /** Calls it; with too few arguments the result is a closure that waits for the rest. */
  Value apply(Value... arguments);

  /** Whether some arguments were given already; only natives may call such a closure. */
  default boolean isPartial() {
    return false;
  }

  /** What it is, as errors name it. */
  String describe();

  @Override
  default String typeName() {
    return "<<closure>>";
  }

  @Override
  default String kindName() {
    return "closure";
  }

  /** The failure of leaving a closure in mid-air that waits for arguments. */
  default PactException unsaturated() {
    throw new IllegalStateException("Only a partial closure is unsaturated.");
  }

  /** The value as a closure, which it must be. */
  static Closure of(Value value) {
    if (value instanceof Closure closure) {
      return closure;
    }
    throw PactException.fatal(
        "Cannot apply value to non-closure", "Cannot apply value to a non-closure.");
  }

  /** The value as the head of an application. */
  static Closure head(Value value) {
    Closure closure = of(value);
    if (closure.isPartial()) {
      throw unexpectedPartial();
    }
    return closure;
  }

  /** The value as one that may be passed on; closures may not. */
  static PactValue pactValue(Value value) {
    if (value instanceof PactValue pactValue) {
      return pactValue;
    }
    throw PactException.fatal(
        "Expected Pact Value, got closure or table reference",
        "Expected a Pact value, but got a closure or table reference.");
  }

  static PactException unexpectedPartial() {
    return PactException.fatal(
        "Attempted to apply a closure outside of native callsite",
        "Failed to apply a partial closure outside of the native callsite.");
  }

  static PactException tooManyArguments() {
    return PactException.fatal(
        "Attempted to apply a closure to too many arguments",
        "Failed to apply a function or closure because there were too many arguments.");
  }
}
