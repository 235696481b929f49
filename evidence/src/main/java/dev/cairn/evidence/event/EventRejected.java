package dev.cairn.evidence.event;

/** An event was refused. Carries no stack trace: hostile input must not be expensive. */
public final class EventRejected extends RuntimeException {
  private final EventRejection reason;

  public EventRejected(EventRejection reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  public EventRejection reason() {
    return reason;
  }

  /** A whole sentence about what is wrong and where. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
