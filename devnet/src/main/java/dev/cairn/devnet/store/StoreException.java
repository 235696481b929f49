package dev.cairn.devnet.store;

/** The store failed; the network stops, and a restart goes on from the last complete round. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The store failed, or what it holds cannot be read. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The store holds something else than expected. */
  public StoreException(String message) {
    super(message);
  }
}
