package dev.cairn.gateway.store;

/**
 * Retryable: the disk did not do what it should. What was being written may or may not be there;
 * {@link GatewayStore#reopen} finds out.
 */
public final class StoreFailure extends RuntimeException {

  StoreFailure(String message) {
    super(message);
  }

  StoreFailure(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
