package dev.cairn.evidence.receipt;

/** A receipt does not hold; the message says why. */
public final class ReceiptRejected extends RuntimeException {
  ReceiptRejected(String message) {
    super(message, null, false, false);
  }
}
