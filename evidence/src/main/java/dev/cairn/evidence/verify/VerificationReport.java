package dev.cairn.evidence.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.evidence.verify.StepResult.Status;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a verification: one result per {@link Step}, in its order. The same report, in the
 * same two forms, comes from the library, the command line and REST.
 */
public record VerificationReport(List<StepResult> steps) {

  public VerificationReport {
    steps = List.copyOf(steps);
    if (steps.size() != Step.values().length) {
      throw new IllegalArgumentException("A report has a result for every step.");
    }
  }

  /** Whether nothing failed and everything required passed. */
  public boolean isValid() {
    return steps.stream()
        .allMatch(
            result ->
                result.status() == Status.PASSED
                    || (result.status() == Status.NOT_CHECKED && !result.step().isRequired()));
  }

  /** {@code valid} or {@code invalid}. */
  public String verdict() {
    return isValid() ? "valid" : "invalid";
  }

  /** The first step that failed. */
  public Optional<StepResult> firstFailure() {
    return steps.stream().filter(result -> result.status() == Status.FAILED).findFirst();
  }

  public StepResult of(Step step) {
    return steps.stream().filter(result -> result.step() == step).findFirst().orElseThrow();
  }

  /** {@code {"verdict","failedStep"?,"steps":[{"step","status","detail"}]}}. */
  public ObjectNode toJson() {
    ObjectNode report = JsonNodeFactory.instance.objectNode().put("verdict", verdict());
    firstFailure().ifPresent(failure -> report.put("failedStep", failure.step().label()));
    ArrayNode array = report.putArray("steps");
    for (StepResult result : steps) {
      array
          .addObject()
          .put("step", result.step().label())
          .put("status", result.status().label())
          .put("detail", result.detail());
    }
    return report;
  }

  /** One line per step and one for the verdict. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (StepResult result : steps) {
      text.append(
          "%-11s  %-27s  %s\n"
              .formatted(result.status().label(), result.step().label(), result.detail()));
    }
    String failed = firstFailure().map(failure -> " (" + failure.step().label() + ")").orElse("");
    return text.append(verdict()).append(failed).append('\n').toString();
  }
}
