package dev.cairn.pact.term;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.Value;
import java.util.List;

/** A call: the function is evaluated first, then the operands from left to right. */
public record Application(Term function, List<Term> operands, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    try {
      Closure closure = Closure.head(function.eval(frame));
      Value[] arguments = new Value[operands.size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = operands.get(i).eval(frame);
      }
      return closure.apply(arguments);
    } catch (PactException failure) {
      throw failure.at(position);
    }
  }
}
