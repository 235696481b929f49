package dev.cairn.pact.coverage;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.value.Value;

/** A term that counts how often it is evaluated. */
record Counted(Term term, Counter counter) implements Term {

  @Override
  public Value eval(Frame frame) {
    counter.hit();
    return term.eval(frame);
  }

  @Override
  public Position position() {
    return term.position();
  }
}
