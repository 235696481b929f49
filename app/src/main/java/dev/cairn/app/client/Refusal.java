package dev.cairn.app.client;

import java.io.IOException;

/** The instance answered, but not with what was asked for. */
public final class Refusal extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String detail) {
    super(detail);
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** True when the same request may be answered later: 404 of what is not proved yet, 429, 5xx. */
  public boolean passing() {
    return status == 404 || status == 409 || status == 429 || status >= 500;
  }
}
