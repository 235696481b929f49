package dev.cairn.ntm.canonical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A finite double as {@code json_encode} writes it with {@code serialize_precision=-1}: the
 * shortest digits that read back as the same double, nearest to the true value if there are
 * several, in PHP's layout.
 *
 * <p>Digits, for the figures of a block: a decimal m/10^k with m below 10^15 that gives this double
 * is the shortest one once its trailing zeros are cut, as no other decimal of up to 15 digits gives
 * the same double. One multiplication finds the candidate m, and one division, which IEEE 754
 * rounds correctly, proves it.
 *
 * <p>Other digits: {@code Double.toString} of JDK 17 gives them between 1e-4 and 1e15, not outside.
 * There the exact value is cut to n digits, downwards and upwards; the first n for which one of the
 * two reads back is the shortest. If n digits read back then n+1 do, so n is found by halving.
 */
final class DoubleText {

  /** Decimals that figures of blocks are stored with: prices, supplies, shares. */
  private static final int[] USUAL_PLACES = {2, 5, 12};

  private static final double FAST_FROM = 1e-4;
  private static final double FAST_BELOW = 1e15;

  /** With 17 digits each double reads back. */
  private static final int MAX_DIGITS = 17;

  /** Places of the decimal point between which no exponent is written. */
  private static final int MIN_PLAIN_POINT = -3;

  private static final int MAX_PLAIN_POINT = 17;

  private DoubleText() {}

  static String of(double value) {
    AsciiBuffer text = new AsciiBuffer();
    append(text, value);
    return text.toString();
  }

  static void append(AsciiBuffer out, double value) {
    if (value < 0 || 1 / value < 0) {
      out.append('-');
    }
    double size = Math.abs(value);
    if (size == 0) {
      out.append('0');
    } else if (!appendUsual(out, size)) {
      out.append(layout(shortest(size)));
    }
  }

  private static boolean appendUsual(AsciiBuffer out, double size) {
    if (size < FAST_FROM || size >= FAST_BELOW) {
      return false;
    }
    for (int places : USUAL_PLACES) {
      double scaled = Math.rint(size * DecimalPowers.of(places));
      if (scaled < DecimalPowers.of(DecimalPowers.EXACT_DIGITS)
          && scaled / DecimalPowers.of(places) == size) {
        appendStripped(out, (long) scaled, places);
        return true;
      }
    }
    return false;
  }

  private static void appendStripped(AsciiBuffer out, long digits, int places) {
    long rest = digits;
    int left = places;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    if (left == 0) {
      out.append(rest);
    } else {
      out.appendDecimal(rest, left);
    }
  }

  private static BigDecimal shortest(double value) {
    boolean fast = value >= FAST_FROM && value < FAST_BELOW;
    BigDecimal digits = fast ? new BigDecimal(Double.toString(value)) : shortestByHalving(value);
    return digits.stripTrailingZeros();
  }

  /** The same digits as {@link #shortest} for each positive double, only slower. */
  static BigDecimal shortestByHalving(double value) {
    BigDecimal exact = new BigDecimal(value);
    int low = 1;
    int high = MAX_DIGITS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (readsBack(cut(exact, middle, RoundingMode.DOWN), value)
          || readsBack(cut(exact, middle, RoundingMode.UP), value)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return nearest(exact, value, low);
  }

  private static BigDecimal nearest(BigDecimal exact, double value, int digits) {
    BigDecimal down = cut(exact, digits, RoundingMode.DOWN);
    BigDecimal up = cut(exact, digits, RoundingMode.UP);
    if (readsBack(down, value) && readsBack(up, value)) {
      return cut(exact, digits, RoundingMode.HALF_EVEN);
    }
    return readsBack(down, value) ? down : up;
  }

  private static BigDecimal cut(BigDecimal exact, int digits, RoundingMode mode) {
    return exact.round(new MathContext(digits, mode));
  }

  private static boolean readsBack(BigDecimal digits, double value) {
    return digits.doubleValue() == value;
  }

  /** Writes 0.d1d2..dk × 10^point. */
  private static String layout(BigDecimal value) {
    String digits = value.unscaledValue().toString();
    int point = digits.length() - value.scale();
    if (point < MIN_PLAIN_POINT || point > MAX_PLAIN_POINT) {
      return exponential(digits, point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (digits.length() <= point) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String exponential(String digits, int exponent) {
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    return digits.charAt(0) + "." + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
  }
}
