package dev.cairn.proof.store;

/**
 * The store can't be read or written, or holds what this version can't read. Fatal: nothing was
 * changed; the process must stop, and opening the store again replays the journals.
 */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with its cause below. */
  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** A failure found by this code. */
  public StoreFailure(String message) {
    super(message);
  }
}
