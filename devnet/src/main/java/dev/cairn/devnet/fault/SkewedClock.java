package dev.cairn.devnet.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The network's clock, which can be made to go wrong by a constant amount. */
public final class SkewedClock extends Clock {

  private final Clock right;
  private volatile Duration skew = Duration.ZERO;

  public SkewedClock(Clock right) {
    this.right = right;
  }

  /** From now on the clock shows so much more than the time. */
  void skew(Duration by) {
    skew = by;
  }

  Duration skew() {
    return skew;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(skew);
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("A network's clock has one zone.");
  }
}
