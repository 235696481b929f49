package dev.cairn.evidence.verify;

/**
 * What became of one step.
 *
 * @param detail what was found, or why the step failed or was not checked
 */
public record StepResult(Step step, Status status, String detail) {

  /** The three ends of a step; the labels are stable. */
  public enum Status {
    PASSED("passed"),
    FAILED("failed"),
    NOT_CHECKED("not checked");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
