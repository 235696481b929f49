package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.Value;

/** {@code (pure code)}: the code without the right to write. */
public record Pure(Term code, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    return code.eval(frame.in(frame.context().readOnly()));
  }
}
