package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.Value;

/** {@code (error message)}. */
public record Failure(Term message, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    throw Truth.failure(message.eval(frame)).at(position);
  }
}
