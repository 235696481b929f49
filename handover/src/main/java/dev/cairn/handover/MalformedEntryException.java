package dev.cairn.handover;

/** Bytes that are not a journal entry; the message says what is wrong and at which offset. */
public final class MalformedEntryException extends RuntimeException {

  public MalformedEntryException(String message) {
    super(message);
  }

  public MalformedEntryException(String message, Throwable cause) {
    super(message, cause);
  }
}
