package dev.cairn.ingestor;

/**
 * The ledger failed, and what it holds is known only after it was opened again: the ingestor stops,
 * and the next start goes on from what is on disk.
 */
final class LedgerException extends RuntimeException {

  LedgerException(String message, Throwable cause) {
    super(message, cause);
  }

  LedgerException(String message) {
    super(message);
  }
}
