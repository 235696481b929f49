package dev.cairn.handover;

/**
 * Fatal: stored bytes of a journal can't be read. The message says which entry and what is wrong.
 */
public final class CorruptEntryException extends JournalException {

  public CorruptEntryException(String journal, long position, Throwable cause) {
    super(
        "Entry " + position + " of journal " + journal + " can't be read: " + cause.getMessage(),
        cause);
  }

  public CorruptEntryException(String journal, long position, String what) {
    super("Entry " + position + " of journal " + journal + " " + what);
  }
}
