package dev.cairn.ingestor;

import java.time.Duration;

/**
 * How often the chain is asked and when things are tried again. News of blocks make all of this
 * faster; these times hold where there are none.
 *
 * @param firstLook until a transaction is looked for after it was sent; doubles without news
 * @param longestLook the longest time between two looks
 * @param firstRetry pause after nodes failed; doubles
 * @param longestRetry the longest such pause
 * @param firstAfterFailure pause of a chain after a transaction failed there; doubles
 * @param longestAfterFailure the longest such pause
 */
public record RetrySettings(
    Duration firstLook,
    Duration longestLook,
    Duration firstRetry,
    Duration longestRetry,
    Duration firstAfterFailure,
    Duration longestAfterFailure) {

  /** A failed transaction costs its whole gas limit, so failures wait longer than outages. */
  public static final RetrySettings DEFAULT =
      new RetrySettings(
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofMillis(250),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5));
}
