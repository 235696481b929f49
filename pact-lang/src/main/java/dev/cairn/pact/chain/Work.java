package dev.cairn.pact.chain;

import org.jspecify.annotations.Nullable;

/** What a transaction does. */
public sealed interface Work {

  /** Runs code. */
  record Code(Program program) implements Work {}

  /**
   * Continues a defpact.
   *
   * @param proof of its last step on another chain, if it comes from there
   */
  record Continuation(String pactId, int step, boolean rollback, @Nullable String proof)
      implements Work {}
}
