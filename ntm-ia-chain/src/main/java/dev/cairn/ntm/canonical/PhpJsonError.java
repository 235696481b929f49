package dev.cairn.ntm.canonical;

/** Why PHP refuses to decode or to encode, with the number that {@code json_last_error} gives. */
public enum PhpJsonError {
  DEPTH(1),
  CONTROL_CHARACTER(3),
  SYNTAX(4),
  MALFORMED_UTF8(5),
  INFINITE_OR_NAN(7),
  LONE_SURROGATE(10);

  private final int code;

  PhpJsonError(int code) {
    this.code = code;
  }

  /** The number of the PHP constant {@code JSON_ERROR_…}. */
  public int code() {
    return code;
  }
}
