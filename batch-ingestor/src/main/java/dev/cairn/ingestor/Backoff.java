package dev.cairn.ingestor;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses between attempts: each up to twice as long as the one before, and between half and
 * all of its length at random, so that many lanes do not come back together. Not shared.
 */
final class Backoff {

  private static final int MAX_DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (first.isNegative() || first.isZero() || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "The first pause is above zero and at most the longest: " + first + ", " + longest + ".");
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  Duration next() {
    long scale = 1L << Math.min(failures, MAX_DOUBLINGS);
    failures++;
    long most =
        first.toNanos() > longest.toNanos() / scale ? longest.toNanos() : first.toNanos() * scale;
    return Duration.ofNanos(most / 2 + random.nextLong(most - most / 2 + 1));
  }

  void reset() {
    failures = 0;
  }
}
