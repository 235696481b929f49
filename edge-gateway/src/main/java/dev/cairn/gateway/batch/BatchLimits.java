package dev.cairn.gateway.batch;

import java.time.Duration;

/**
 * When a batch closes: at the first limit that it reaches.
 *
 * @param maxBytes of its events' compact serializations; a batch of one event may be larger
 * @param maxAge counted from its first event
 */
public record BatchLimits(int maxEvents, long maxBytes, Duration maxAge) {

  /** A path of ten hashes, and a journal entry that is read in a few milliseconds. */
  public static final int MAX_EVENTS = 1000;

  /** Bounds what a reader of the journal holds per entry. */
  public static final long MAX_BYTES = 1L << 20;

  /** The wait that an event pays on an idle gateway; well under the time of a block. */
  public static final Duration MAX_AGE = Duration.ofSeconds(1);

  public static final BatchLimits DEFAULT = new BatchLimits(MAX_EVENTS, MAX_BYTES, MAX_AGE);

  public BatchLimits {
    if (maxEvents < 1 || maxBytes < 1 || maxAge.toMillis() < 1) {
      throw new IllegalArgumentException(
          "A batch has room for an event, a byte and a millisecond; not "
              + maxEvents
              + " events, "
              + maxBytes
              + " bytes, "
              + maxAge
              + ".");
    }
  }
}
