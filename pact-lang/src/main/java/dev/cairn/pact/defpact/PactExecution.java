package dev.cairn.pact.defpact;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a defpact has come.
 *
 * @param step the step that ran last
 * @param nested the defpacts that its steps call, by their ids
 */
public record PactExecution(
    String pactId,
    int stepCount,
    int step,
    boolean stepHasRollback,
    PactContinuation continuation,
    @Nullable Yield yield,
    Map<String, PactExecution> nested) {

  public PactExecution {
    nested = Collections.unmodifiableSortedMap(new TreeMap<>(nested));
  }

  public PactExecution yielding(Yield data) {
    return new PactExecution(pactId, stepCount, step, stepHasRollback, continuation, data, nested);
  }

  PactExecution withNested(PactExecution child) {
    SortedMap<String, PactExecution> all = new TreeMap<>(nested);
    all.put(child.pactId, child);
    return new PactExecution(pactId, stepCount, step, stepHasRollback, continuation, yield, all);
  }

  PactExecution atStep(int newStep, boolean hasRollback) {
    return new PactExecution(pactId, stepCount, newStep, hasRollback, continuation, yield, nested);
  }
}
