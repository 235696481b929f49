package dev.cairn.pact.term;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;

/** {@code (with-capability token code)}. */
public record WithCapability(Term token, Term code, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    try {
      CapToken wanted = token(Closure.pactValue(token.eval(frame)));
      return Capabilities.with(frame.context(), wanted, () -> code.eval(frame));
    } catch (PactException failure) {
      throw failure.at(position);
    }
  }

  private static CapToken token(PactValue value) {
    if (value instanceof CapToken token) {
      return token;
    }
    throw PactException.fatal(
        "expected capability token value, got: " + ValueText.repl(value),
        "Expected capability token value, but got: " + value.kindName());
  }
}
