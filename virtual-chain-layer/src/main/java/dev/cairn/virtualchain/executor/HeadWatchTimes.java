package dev.cairn.virtualchain.executor;

import java.time.Duration;

/**
 * How patient a head watch is.
 *
 * @param cutEvery pause between two looks at the cut where no stream is offered
 * @param cutsBeforeStream looks at the cut before the stream is tried again
 * @param firstReconnect pause after the first failure; doubles with each further one
 * @param lastReconnect the longest pause
 */
record HeadWatchTimes(
    Duration cutEvery, long cutsBeforeStream, Duration firstReconnect, Duration lastReconnect) {

  /** Half a second is a sixtieth of the usual block delay of 30 s; a cut of 20 chains is 2 kB. */
  static final HeadWatchTimes DEFAULT =
      new HeadWatchTimes(
          Duration.ofMillis(500), 120, Duration.ofMillis(100), Duration.ofSeconds(10));

  private static final int MAX_DOUBLINGS = 20;

  HeadWatchTimes {
    if (cutsBeforeStream < 1) {
      throw new IllegalArgumentException("The cut is looked at least once before the stream.");
    }
  }

  Duration reconnectAfter(int failures) {
    Duration pause = firstReconnect.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    return pause.compareTo(lastReconnect) < 0 ? pause : lastReconnect;
  }
}
