package dev.cairn.pact.term;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;

/** Results that have to be truth values or messages. */
public final class Truth {

  private Truth() {}

  /** The value as a truth value, which it must be. */
  public static boolean of(Value value) {
    if (value instanceof PBool truth) {
      return truth.value();
    }
    PactValue other = Closure.pactValue(value);
    throw PactException.fatal(
        "expected bool value, got " + ValueText.repl(other),
        "Expected Boolean value, but got: " + other.kindName());
  }

  /** The failure whose message the value is. */
  static PactException failure(Value message) {
    if (message instanceof PString text) {
      return PactException.recoverable(text.value());
    }
    PactValue other = Closure.pactValue(message);
    return PactException.fatal(
        "expected string value, got: " + ValueText.repl(other),
        "Expected string value, but got: " + other.kindName());
  }
}
