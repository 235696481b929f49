package dev.cairn.gateway.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a request asks of the batches that its events join. Hints lower a batch's limits, never
 * raise them; they hold for everybody in that batch.
 *
 * @param batchSize the batch closes when it has at least so many events
 * @param ttl the batch closes at the latest so long after the event joined
 */
public record BatchHints(OptionalInt batchSize, Optional<Duration> ttl) {

  public static final BatchHints NONE = new BatchHints(OptionalInt.empty(), Optional.empty());

  public BatchHints {
    if (batchSize.isPresent() && batchSize.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "batchSize is at least 1, not " + batchSize.getAsInt() + ".");
    }
    if (ttl.isPresent() && ttl.get().isNegative()) {
      throw new IllegalArgumentException(
          "ttl is at least 0 milliseconds, not " + ttl.get().toMillis() + ".");
    }
  }

  /** Whether nothing is asked for, as nearly always. */
  boolean isEmpty() {
    return batchSize.isEmpty() && ttl.isEmpty();
  }
}
