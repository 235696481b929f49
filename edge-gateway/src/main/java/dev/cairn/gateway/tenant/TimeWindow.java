package dev.cairn.gateway.tenant;

import java.time.Duration;

/**
 * How far an event's {@code iat} may be from the time at which it comes in.
 *
 * @param past devices may have been offline so long
 * @param future clocks of devices may be ahead so much
 */
public record TimeWindow(Duration past, Duration future) {

  /** Beyond it, sums of seconds would need thought; it is longer than there are clocks. */
  private static final Duration LONGEST = Duration.ofDays(365_000);

  /** A device that lay in a drawer; who wants to know its devices better sets less. */
  public static final Duration PAST = Duration.ofDays(3653);

  /** A clock that is set by hand. */
  public static final Duration FUTURE = Duration.ofMinutes(10);

  public static final TimeWindow DEFAULT = new TimeWindow(PAST, FUTURE);

  public TimeWindow {
    if (isOutside(past) || isOutside(future)) {
      throw new IllegalArgumentException(
          "A window reaches 0 seconds to 1,000 years into past and future.");
    }
  }

  private static boolean isOutside(Duration reach) {
    return reach.isNegative() || reach.compareTo(LONGEST) > 0;
  }

  public boolean admits(long issuedAtSeconds, long nowSeconds) {
    return issuedAtSeconds >= nowSeconds - past.toSeconds()
        && issuedAtSeconds <= nowSeconds + future.toSeconds();
  }
}
