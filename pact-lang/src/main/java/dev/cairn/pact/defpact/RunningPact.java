package dev.cairn.pact.defpact;

import dev.cairn.pact.error.PactException;
import org.jspecify.annotations.Nullable;

/** The defpact of which a step is running, if any. */
public final class RunningPact {
  // Changed by the one thread that runs the transaction.
  private @Nullable PactExecution execution;

  public @Nullable PactExecution execution() {
    return execution;
  }

  public void execution(@Nullable PactExecution next) {
    this.execution = next;
  }

  /** The defpact's id; fails if none is running. */
  public String id() {
    if (execution == null) {
      throw PactException.fatal(
          "Attempted to fetch defpact data, but currently not within defpact execution",
          "Attempt to fetch defpact data failed because there's no defpact currently being executed.");
    }
    return execution.pactId();
  }
}
