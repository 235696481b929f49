package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.Value;

/** {@code (or a b)}: the second only if the first does not hold. */
public record Or(Term left, Term right, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    return PBool.of(Truth.of(left.eval(frame)) || Truth.of(right.eval(frame)));
  }
}
