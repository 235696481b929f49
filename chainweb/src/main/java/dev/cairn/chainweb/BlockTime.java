package dev.cairn.chainweb;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A block's creation time: signed microseconds since the Unix epoch. */
public record BlockTime(long micros) implements Comparable<BlockTime> {

  public static BlockTime of(Instant instant) {
    return new BlockTime(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  public Instant instant() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  public boolean isAfter(BlockTime other) {
    return micros > other.micros;
  }

  @Override
  public int compareTo(BlockTime other) {
    return Long.compare(micros, other.micros);
  }

  @Override
  public String toString() {
    return instant().toString();
  }
}
