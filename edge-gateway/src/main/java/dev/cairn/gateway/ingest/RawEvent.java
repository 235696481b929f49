package dev.cairn.gateway.ingest;

/**
 * An event as the client sent it, not looked at yet.
 *
 * @param bytes compact serialization or flattened JSON; empty when it was too long to be kept
 * @param tooLong the line was longer than a line may be, and was skipped while it came in
 */
@SuppressWarnings("ArrayRecordComponent") // a value in transit; never compared
record RawEvent(byte[] bytes, boolean tooLong) {

  static final RawEvent TOO_LONG = new RawEvent(new byte[0], true);

  static RawEvent of(byte[] bytes) {
    return new RawEvent(bytes, false);
  }
}
