package dev.cairn.pact.time;

import java.util.List;
import java.util.Locale;

/** The English names that patterns write and read; a short name is the start of a long one. */
final class Names {
  /** Sunday is 0. */
  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  /** January is 0. */
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  static final List<String> HALVES_OF_DAY = List.of("AM", "PM");

  private Names() {}

  static String shortened(String name) {
    return name.substring(0, 3);
  }

  static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
