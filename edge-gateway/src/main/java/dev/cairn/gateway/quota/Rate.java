package dev.cairn.gateway.quota;

/**
 * Events that may come on average, and at once.
 *
 * @param perSecond 0: no limit
 * @param burst size of the bucket: what may come at once after a pause
 */
public record Rate(long perSecond, long burst) {

  /** A billion a second is no limit any more, and keeps nanoseconds in whole numbers. */
  private static final long MOST = 1_000_000_000L;

  public static final Rate UNLIMITED = new Rate(0, 0);

  public Rate {
    if (perSecond < 0 || perSecond > MOST || burst < 0 || burst > MOST) {
      throw new IllegalArgumentException("A rate and its burst are 0 to a billion events.");
    }
    if (perSecond > 0 && burst < 1) {
      throw new IllegalArgumentException("A rate has a burst of at least one event.");
    }
  }

  public boolean isLimited() {
    return perSecond > 0;
  }

  long nanosFor(long events) {
    // No more than 2^31 events come at once, so the product fits.
    return events * MOST / perSecond;
  }
}
