package dev.cairn.evidence.verify;

import dev.cairn.evidence.verify.StepResult.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the results of one verification. Used by one thread. */
final class Findings {
  private static final String UNREACHED = "an earlier step did not get that far";

  private final Map<Step, StepResult> results = new EnumMap<>(Step.class);

  /** What a step found, for the steps that build on it, and for the report. */
  record Found<T>(T value, String detail) {}

  /**
   * Runs a step's check, which returns what it found or throws {@link StepFailure}. Data that only
   * the check finds to be malformed fails the step too.
   */
  <T> Optional<T> find(Step step, Supplier<Found<T>> check) {
    try {
      Found<T> found = check.get();
      put(step, Status.PASSED, found.detail());
      return Optional.of(found.value());
    } catch (StepFailure failure) {
      failed(step, failure.detail());
    } catch (IllegalArgumentException malformed) {
      failed(step, String.valueOf(malformed.getMessage()));
    }
    return Optional.empty();
  }

  /** The same for a check that only has a detail to report. */
  void check(Step step, Supplier<String> check) {
    find(step, () -> new Found<>(step, check.get()));
  }

  void failed(Step step, String detail) {
    put(step, Status.FAILED, detail);
  }

  void notChecked(Step step, String why) {
    put(step, Status.NOT_CHECKED, why);
  }

  private void put(Step step, Status status, String detail) {
    results.put(step, new StepResult(step, status, detail));
  }

  /** The report; steps that nobody reported on are not checked. */
  VerificationReport report() {
    List<StepResult> steps = new ArrayList<>();
    for (Step step : Step.values()) {
      StepResult result = results.get(step);
      steps.add(result != null ? result : new StepResult(step, Status.NOT_CHECKED, UNREACHED));
    }
    return new VerificationReport(steps);
  }
}
