package dev.cairn.pact.term;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.Value;
import java.util.List;

/**
 * {@code (enforce-one message [tests])}: one test has to hold; failures that can be caught pass.
 */
public record EnforceOne(Term message, List<Term> tests, Position position) implements Term {
  private static final long MILLIGAS_PER_TEST = 100;

  @Override
  public Value eval(Frame frame) {
    Transaction transaction = frame.context().transaction();
    Frame readOnly = frame.in(frame.context().readOnly());
    Transaction.Mark before = transaction.mark();
    for (Term test : tests) {
      boolean holds = holds(test, readOnly);
      frame.context().charge(MILLIGAS_PER_TEST);
      if (holds) {
        return PBool.TRUE;
      }
      transaction.returnTo(before);
    }
    throw Truth.failure(message.eval(frame)).at(position);
  }

  private static boolean holds(Term test, Frame frame) {
    try {
      return Truth.of(test.eval(frame));
    } catch (PactException failure) {
      if (!failure.isRecoverable()) {
        throw failure;
      }
      return false;
    }
  }
}
