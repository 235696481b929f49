package dev.cairn.handover;

/** What can go wrong while a journal is read. */
public abstract sealed class JournalException extends RuntimeException
    permits CorruptEntryException, JournalUnavailableException {

  JournalException(String message, Throwable cause) {
    super(message, cause);
  }

  JournalException(String message) {
    super(message);
  }
}
