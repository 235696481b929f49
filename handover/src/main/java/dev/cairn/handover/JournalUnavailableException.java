package dev.cairn.handover;

/** Retryable: the store under a journal is closed, or fails at the moment. */
public final class JournalUnavailableException extends JournalException {

  public JournalUnavailableException(String journal, Throwable cause) {
    super("Journal " + journal + " can't be read now: " + cause.getMessage(), cause);
  }

  public JournalUnavailableException(String journal) {
    super("Journal " + journal + " is closed.");
  }
}
