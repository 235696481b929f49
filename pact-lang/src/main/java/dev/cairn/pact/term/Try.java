package dev.cairn.pact.term;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.value.Value;

/** {@code (try default code)}: the default if the code fails in a way that can be caught. */
public record Try(Term fallback, Term code, Position position) implements Term {
  private static final long MILLIGAS = 100;

  @Override
  public Value eval(Frame frame) {
    frame.context().charge(MILLIGAS);
    Transaction transaction = frame.context().transaction();
    Transaction.Mark before = transaction.mark();
    try {
      return code.eval(frame.in(frame.context().readOnly()));
    } catch (PactException failure) {
      if (!failure.isRecoverable()) {
        throw failure;
      }
    }
    transaction.returnTo(before);
    return fallback.eval(frame);
  }
}
