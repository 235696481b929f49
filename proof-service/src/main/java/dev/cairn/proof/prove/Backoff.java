package dev.cairn.proof.prove;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after the n-th failure: doubling, capped, with jitter so that tries spread. */
public record Backoff(Duration first, Duration most) {

  /** A node that restarts is back in seconds; a batch that is due is wanted soon. */
  public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));

  /** Beyond it, doubling would overflow before the cap is applied. */
  private static final int MAX_DOUBLINGS = 20;

  public Backoff {
    if (first.toMillis() < 1 || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "A backoff starts at 1 ms or more and does not shrink, not " + first + " to " + most);
    }
  }

  /** The delay after so many failures, from half of the nominal delay to all of it. */
  public Duration after(int failures, RandomGenerator random) {
    long nominal = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
    long capped = Math.min(nominal, most.toMillis());
    return Duration.ofMillis(capped / 2 + random.nextLong(capped - capped / 2 + 1));
  }
}
