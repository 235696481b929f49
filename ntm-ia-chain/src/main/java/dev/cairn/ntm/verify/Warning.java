package dev.cairn.ntm.verify;

/** Something that a reader of the report should know and that fails nothing. */
public record Warning(Kind kind, String detail) {

  /** The codes of warnings. */
  public enum Kind {
    UNEXPECTED_FILE,
    NOT_CHECKED,
    CHECKPOINT_IGNORED,
    FAILURES_NOT_LISTED,
    WARNINGS_NOT_LISTED
  }
}
