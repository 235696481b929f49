package dev.cairn.gateway.commit;

import dev.cairn.gateway.batch.BatchLimits;
import java.time.Duration;

/**
 * How the writer works.
 *
 * @param anchorWithin what receipts promise: the batch is on the chain so long after acceptance
 * @param queueCapacity submissions that may wait; more are refused as overload
 */
public record WriterSettings(BatchLimits batch, Duration anchorWithin, int queueCapacity) {

  public WriterSettings {
    if (anchorWithin.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "A receipt promises at least a second ahead, not " + anchorWithin + ".");
    }
    if (queueCapacity < 1) {
      throw new IllegalArgumentException(
          "At least one submission may wait, not " + queueCapacity + ".");
    }
  }
}
