package dev.cairn.gateway.access;

import dev.cairn.http.ProblemType;

/** An event that isn't taken, though nothing may be wrong with it. Carries no stack trace. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;

  public Refused(ProblemType type, String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  public ProblemType type() {
    return type;
  }

  /** A whole sentence about why, and what to do. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
