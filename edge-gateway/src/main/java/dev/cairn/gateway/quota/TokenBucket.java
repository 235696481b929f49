package dev.cairn.gateway.quota;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket without a lock: one number says at which nanosecond the bucket would be full again
 * (the generic cell rate algorithm, ITU-T I.371 Annex A, with its burst in time). It follows the
 * monotonic clock, so a clock that is set back gives and takes nothing. Safe for any thread.
 */
public final class TokenBucket {
  private final AtomicLong fullAgainAt;

  /** A full bucket. */
  public TokenBucket(long nowNanos) {
    this.fullAgainAt = new AtomicLong(nowNanos);
  }

  /**
   * Takes the events out of the bucket, and returns 0; or takes nothing, and returns the
   * nanoseconds after which the same may be tried again. More events than the bucket holds are
   * taken out of a full one, which then is in debt: they are late, but not impossible.
   */
  public long take(long events, Rate rate, long nowNanos) {
    if (!rate.isLimited()) {
      return 0;
    }
    long size = rate.nanosFor(rate.burst());
    long need = rate.nanosFor(Math.min(events, rate.burst()));
    long cost = rate.nanosFor(events);
    while (true) {
      long full = fullAgainAt.get();
      long missing = Math.max(0, full - nowNanos);
      if (missing + need > size) {
        return missing + need - size;
      }
      if (fullAgainAt.compareAndSet(full, nowNanos + missing + cost)) {
        return 0;
      }
    }
  }
}
