package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.Value;

/** {@code (enforce condition message)}; the condition is read-only, the message lazy. */
public record Enforce(Term condition, Term message, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    if (Truth.of(condition.eval(frame.in(frame.context().forCondition())))) {
      return PBool.TRUE;
    }
    throw Truth.failure(message.eval(frame)).at(position);
  }
}
