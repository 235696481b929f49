package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;

/** One binding and the code that sees it. */
public record Let(Parameter variable, int slot, Term value, Term body, Position position)
    implements Term {

  @Override
  public Value eval(Frame frame) {
    // A long let is a deep chain of these: walked, not recursed into.
    Term rest = this;
    while (rest instanceof Let let) {
      let.bind(frame);
      rest = let.body;
    }
    return rest.eval(frame);
  }

  private void bind(Frame frame) {
    Value bound = value.eval(frame);
    if (bound instanceof PactValue pactValue) {
      Parameter.check(variable.type(), pactValue, frame.context()::charge);
    }
    frame.set(slot, bound);
  }
}
