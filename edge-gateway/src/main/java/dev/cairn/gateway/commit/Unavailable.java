package dev.cairn.gateway.commit;

/** Retryable: the gateway can't make anything durable right now. Carries no stack trace. */
public final class Unavailable extends RuntimeException {

  /** What the caller may conclude. */
  public enum Kind {
    /** Nothing was stored: more is waiting than the gateway takes. */
    OVERLOADED,
    /** Nothing was stored: the store is failing or closed. */
    NOT_TRIED,
    /** The write failed, or was done and reported failed: repeating it is safe either way. */
    UNKNOWN
  }

  private final Kind kind;

  public Unavailable(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
