package dev.cairn.gateway.commit;

import dev.cairn.gateway.batch.BatchLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * How the writer works.
 *
 * @param anchorWithin what receipts promise: the batch is on the chain so long after acceptance
 * @param queueCapacity submissions that may wait; more are refused as overload
 * @param retention how long an event posted again is recognised; empty: for ever
 */
public record WriterSettings(
    BatchLimits batch, Duration anchorWithin, int queueCapacity, Optional<Duration> retention) {

  /** Events are recognised for ever. */
  public WriterSettings(BatchLimits batch, Duration anchorWithin, int queueCapacity) {
    this(batch, anchorWithin, queueCapacity, Optional.empty());
  }

  public WriterSettings {
    if (anchorWithin.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "A receipt promises at least a second ahead, not " + anchorWithin + ".");
    }
    if (queueCapacity < 1) {
      throw new IllegalArgumentException(
          "At least one submission may wait, not " + queueCapacity + ".");
    }
    if (retention.isPresent() && retention.get().toSeconds() < 1) {
      throw new IllegalArgumentException(
          "An event is recognised for at least a second, not " + retention.get() + ".");
    }
  }
}
