package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.Value;

/** {@code (if condition then else)}. */
public record If(Term condition, Term then, Term otherwise, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    // A long cond is a deep chain of these: walked, not recursed into.
    Term rest = this;
    while (rest instanceof If choice) {
      rest = Truth.of(choice.condition.eval(frame)) ? choice.then : choice.otherwise;
    }
    return rest.eval(frame);
  }
}
