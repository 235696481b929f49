package dev.cairn.app.demo;

import java.util.Arrays;

/** Percentiles of a list of measurements, nearest rank. */
final class Percentiles {
  private final long[] sorted;

  Percentiles(long[] measurements) {
    sorted = measurements.clone();
    Arrays.sort(sorted);
  }

  /** The smallest measurement that at least {@code percent} of 100 do not exceed; 0 of none. */
  long at(int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }
}
