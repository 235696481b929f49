package dev.cairn.pact.chain;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;

/** Failures as the chain tells them (reference 3.4). */
public final class Failures {
  private static final int MAX_MESSAGE = 256;

  private Failures() {}

  /** The failure in the chain's wording. */
  public static Outcome.Failure of(PactException failure) {
    String message = failure.chainText();
    int shown = Math.min(MAX_MESSAGE, message.codePointCount(0, message.length()));
    String origin = failure.origin() == null ? "<toplevel>" : failure.origin();
    Position position = failure.position() == null ? Position.NONE : failure.position();
    return new Outcome.Failure(
        failure.type().text(),
        message.substring(0, message.offsetByCodePoints(0, shown)),
        failure.replText(),
        origin + ":" + position.line());
  }
}
