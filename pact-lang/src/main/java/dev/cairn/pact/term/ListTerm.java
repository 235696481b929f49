package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code [a b c]}. */
public record ListTerm(List<Term> items, Position position) implements Term {
  private static final long MILLIGAS_PER_ITEM = 100;

  @Override
  public Value eval(Frame frame) {
    frame.context().charge(MILLIGAS_PER_ITEM * items.size());
    List<PactValue> values = new ArrayList<>(items.size());
    for (Term item : items) {
      values.add(Closure.pactValue(item.eval(frame)));
    }
    return PList.of(values);
  }
}
