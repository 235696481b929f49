package dev.cairn.devnet.mempool;

/** A transaction that is not let in. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  RefusedException(String reason) {
    super(reason, null, false, false);
  }

  /** The reason in a node's words. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
