package dev.cairn.ntm.page;

import dev.cairn.ntm.block.Timestamp;
import java.time.Duration;
import java.util.Locale;

/** Numbers and times as people read them, the same in each country. */
final class Figures {

  /** Above this a number's digits say less than its size. */
  private static final double LARGEST_PLAIN = 1e12;

  private Figures() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String counted(long number, String one) {
    return count(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** With so many decimals, so that figures below each other can be compared. */
  static String number(double number, int decimals) {
    if (!Double.isFinite(number)) {
      return "?";
    }
    return Math.abs(number) >= LARGEST_PLAIN
        ? String.format(Locale.ROOT, "%.3e", number)
        : String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }

  /** {@code 2026-04-02T16:05:10Z}, for programs that read pages. */
  static String machineTime(Timestamp time) {
    return time.toString().replace(' ', 'T') + "Z";
  }

  /** How long ago, in its largest unit. */
  static String ago(Duration age) {
    if (age.isNegative()) {
      return "in " + longest(age.negated());
    }
    return age.toSeconds() < 5 ? "just now" : longest(age) + " ago";
  }

  private static String longest(Duration time) {
    if (time.toDays() >= 2) {
      return counted(time.toDays(), "day");
    }
    if (time.toHours() >= 2) {
      return counted(time.toHours(), "hour");
    }
    return time.toMinutes() >= 1
        ? counted(time.toMinutes(), "minute")
        : counted(time.toSeconds(), "second");
  }
}
