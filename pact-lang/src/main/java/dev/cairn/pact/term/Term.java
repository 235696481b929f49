package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.Value;

/** A piece of code. Nesting is bounded by the parser, so evaluation recurses. */
public interface Term {

  /**
   * Runs it.
   *
   * @throws dev.cairn.pact.error.PactException if the program fails
   */
  Value eval(Frame frame);

  Position position();
}
