package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;

/** A value written out: a string, number, truth value or unit. */
public record Literal(PactValue value, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    return value;
  }
}
