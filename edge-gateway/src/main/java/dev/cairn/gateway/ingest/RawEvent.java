package dev.cairn.gateway.ingest;

/**
 * An event as the client sent it, not looked at yet: a range of what was received.
 *
 * @param bytes compact serialization or flattened JSON in the range; others may stand around it
 * @param tooLong the line was longer than a line may be, and was skipped while it came in
 */
@SuppressWarnings("ArrayRecordComponent") // a value in transit; never compared
record RawEvent(byte[] bytes, int from, int to, boolean tooLong) {

  static final RawEvent TOO_LONG = new RawEvent(new byte[0], 0, 0, true);

  static RawEvent of(byte[] bytes) {
    return new RawEvent(bytes, 0, bytes.length, false);
  }

  static RawEvent of(byte[] bytes, int from, int to) {
    return new RawEvent(bytes, from, to, false);
  }

  int length() {
    return to - from;
  }
}
