package dev.cairn.ingestor;

import java.time.Duration;
import java.time.Instant;

/** When to look at the chain again although no block was reported. Not shared. */
final class LookTimer {

  private final Duration shortest;
  private final Duration longest;
  private Duration pause;
  private Instant due = Instant.MIN;

  LookTimer(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.pause = shortest;
  }

  Instant due() {
    return due;
  }

  boolean isDue(Instant now) {
    return !now.isBefore(due);
  }

  /** Something has changed, and more may follow. */
  void lookSoon(Instant now) {
    pause = shortest;
    due = now.plus(pause);
  }

  /** Nothing has changed: the next look may wait twice as long. */
  void nothingNew(Instant now) {
    due = now.plus(pause);
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(longest) < 0 ? twice : longest;
  }
}
