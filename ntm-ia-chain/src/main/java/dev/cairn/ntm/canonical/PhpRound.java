package dev.cairn.ntm.canonical;

/**
 * PHP 8.2's {@code round(value, places)}: half away from zero, after a first rounding to 15
 * significant digits. PHP 8.4 dropped the first step; the chain's bytes need 8.2.
 */
public final class PhpRound {

  /** Digits that survive the first rounding, as an exponent. */
  private static final int PRECISE = 14;

  /** Beyond it a double has no digit left to round. */
  private static final double BEYOND_PRECISION = 1e15;

  private static final int MAX_PLACES = 22;

  private PhpRound() {}

  /** The value rounded to this many decimals, 0 to 22. */
  public static double round(double value, int places) {
    if (places < 0 || places > MAX_PLACES) {
      throw new IllegalArgumentException("Places are 0 to 22, not " + places + ".");
    }
    if (value == 0 || !Double.isFinite(value)) {
      return value;
    }
    int precise = PRECISE - (int) Math.floor(Math.log10(Math.abs(value)));
    double scaled;
    if (precise > places && precise - 15 < places) {
      scaled = half(value * power(precise)) / power(precise - places);
    } else {
      scaled = value * power(places);
      if (Math.abs(scaled) >= BEYOND_PRECISION) {
        return value;
      }
    }
    scaled = half(scaled);
    return places > 0 ? scaled / power(places) : scaled;
  }

  private static double half(double x) {
    return x >= 0 ? Math.floor(x + 0.5) : Math.ceil(x - 0.5);
  }

  /** The double nearest to 10^k. */
  private static double power(int k) {
    return Double.parseDouble("1e" + k);
  }
}
