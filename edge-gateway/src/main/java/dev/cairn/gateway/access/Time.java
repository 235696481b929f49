package dev.cairn.gateway.access;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The two times that access depends on.
 *
 * @param clock of the wall, for quotas
 * @param monotonic in nanoseconds, for rates
 */
public record Time(Clock clock, LongSupplier monotonic) {

  public static Time of(Clock clock) {
    return new Time(clock, System::nanoTime);
  }

  long millis() {
    return clock.millis();
  }

  long nanos() {
    return monotonic.getAsLong();
  }
}
