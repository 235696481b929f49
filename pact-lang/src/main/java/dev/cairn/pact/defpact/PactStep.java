package dev.cairn.pact.defpact;

import org.jspecify.annotations.Nullable;

/**
 * The step that is to run.
 *
 * @param resume what the step before yielded
 */
public record PactStep(int step, boolean rollback, String pactId, @Nullable Yield resume) {

  PactStep resuming(@Nullable Yield yield) {
    return new PactStep(step, rollback, pactId, yield);
  }
}
