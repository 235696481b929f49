package dev.cairn.ntm.keyring;

/** A key or keyring that can't be used; the message says which and why. */
public final class KeyRejected extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  KeyRejected(String message) {
    super(message);
  }

  KeyRejected(String message, Throwable cause) {
    super(message, cause);
  }
}
