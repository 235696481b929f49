package dev.cairn.gateway.store;

/** Fatal: the store's content can't be used by this program; the message says what is wrong. */
public final class StoreUnusable extends RuntimeException {

  StoreUnusable(String message) {
    super(message);
  }

  StoreUnusable(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
