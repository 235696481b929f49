package dev.cairn.devnet.replay;

/**
 * How our answer compares with the recorded one.
 *
 * @param file of the recording
 * @param request what was asked
 * @param reason why it differs or cannot be compared, or what was looked at beside the text
 */
record Verdict(String file, String request, Kind kind, String reason) {

  enum Kind {
    /** Status and text are the same. */
    SAME_TEXT,
    /** Status, members, their order and all values that do not belong to a chain are the same. */
    SAME_SHAPE,
    DIFFERENT,
    NOT_COMPARABLE
  }

  @Override
  public String toString() {
    return file + ": " + request + ": " + kind + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
