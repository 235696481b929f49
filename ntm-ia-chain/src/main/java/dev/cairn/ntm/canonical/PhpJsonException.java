package dev.cairn.ntm.canonical;

/** A text that PHP does not decode, or a value that it does not encode. */
public final class PhpJsonException extends Exception {

  private static final long serialVersionUID = 1L;

  private final PhpJsonError error;

  PhpJsonException(PhpJsonError error, String message) {
    super(message);
    this.error = error;
  }

  public PhpJsonError error() {
    return error;
  }
}
