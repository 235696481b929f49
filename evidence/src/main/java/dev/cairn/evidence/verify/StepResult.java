package dev.cairn.evidence.verify;

import java.util.regex.Pattern;

/**
 * What became of one step.
 *
 * @param detail what was found, or why the step failed or was not checked
 */
public record StepResult(Step step, Status status, String detail) {
  /** A detail may quote the evidence, whose texts can be long. */
  private static final int MAX_DETAIL_CHARS = 300;

  /** Control and format characters in quoted texts must not reach a terminal. */
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

  public StepResult {
    if (detail.length() > MAX_DETAIL_CHARS) {
      detail = detail.substring(0, MAX_DETAIL_CHARS) + "…";
    }
    if (!isPrintableAscii(detail)) {
      detail = UNPRINTABLE.matcher(detail).replaceAll("?");
    }
  }

  // Nearly every detail is; asking spares the slow pattern on the hot path.
  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

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
