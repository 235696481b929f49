package dev.cairn.virtualchain.coordinator;

/**
 * There is nothing to prove yet, or no longer: the transaction is in no block that is deep enough,
 * or the branch changed while the proof was made. Ask again when the chain has grown.
 */
public final class NotProvableException extends RuntimeException {

  public NotProvableException(String message) {
    super(message);
  }
}
