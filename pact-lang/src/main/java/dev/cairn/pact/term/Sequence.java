package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.Value;
import java.util.List;

/** Terms one after the other, of which the last gives the result. */
public record Sequence(List<Term> terms, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    int last = terms.size() - 1;
    for (int i = 0; i < last; i++) {
      if (terms.get(i).eval(frame) instanceof Closure closure && closure.isPartial()) {
        throw closure.unsaturated().at(position);
      }
    }
    return terms.get(last).eval(frame);
  }
}
