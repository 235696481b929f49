package dev.cairn.pact.time;

import dev.cairn.pact.value.PTime;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** Writes one time by pattern items. */
final class TimeWriter {
  static final long MICROS_PER_SECOND = 1_000_000;
  static final long SECONDS_PER_DAY = 86_400;

  private final long micros;
  private final LocalDate date;
  private final int secondOfDay;
  private final int microOfSecond;

  TimeWriter(PTime time) {
    this.micros = time.micros();
    long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
    this.date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
    this.secondOfDay = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
    this.microOfSecond = (int) Math.floorMod(micros, MICROS_PER_SECOND);
  }

  String write(List<TimePattern.Item> items) {
    StringBuilder text = new StringBuilder();
    for (TimePattern.Item item : items) {
      if (item.isCode()) {
        text.append(code(item.symbol()));
      } else {
        text.appendCodePoint(item.symbol());
      }
    }
    return text.toString();
  }

  private String code(int code) {
    return switch (code) {
      case 'Y', 'y', 'C', 'B', 'b', 'h', 'm', 'd', 'e', 'j' -> calendarDate(code);
      case 'G', 'g', 'f', 'V', 'U', 'W', 'u', 'w', 'A', 'a' -> weekDate(code);
      case 'z' -> "+0000";
      case 'N' -> "+00:00";
      case 'Z' -> "UTC";
      case 's' -> Long.toString(micros / MICROS_PER_SECOND);
      default -> timeOfDay(code);
    };
  }

  private String calendarDate(int code) {
    int year = date.getYear();
    String month = Names.MONTHS.get(date.getMonthValue() - 1);
    return switch (code) {
      case 'Y' -> fullYear(year);
      case 'y' -> padded(Math.floorMod(year, 100));
      case 'C' -> padded(Math.floorDiv(year, 100));
      case 'B' -> month;
      case 'b', 'h' -> Names.shortened(month);
      case 'm' -> padded(date.getMonthValue());
      case 'd' -> padded(date.getDayOfMonth());
      case 'e' -> padded(date.getDayOfMonth(), 2, ' ');
      default -> padded(date.getDayOfYear(), 3, '0');
    };
  }

  private String weekDate(int code) {
    int weekYear = date.get(IsoFields.WEEK_BASED_YEAR);
    int isoDay = date.getDayOfWeek().getValue();
    int dayFromSunday = isoDay % 7;
    // Weeks that start on the year's first Sunday (U) or Monday (W); the days before are in week 0.
    int dayOfYear = date.getDayOfYear() - 1;
    return switch (code) {
      case 'G' -> fullYear(weekYear);
      case 'g' -> padded(Math.floorMod(weekYear, 100));
      case 'f' -> padded(Math.floorDiv(weekYear, 100));
      case 'V' -> padded(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'U' -> padded((dayOfYear + 7 - dayFromSunday) / 7);
      case 'W' -> padded((dayOfYear + 8 - isoDay) / 7);
      case 'u' -> Integer.toString(isoDay);
      case 'w' -> Integer.toString(dayFromSunday);
      case 'A' -> Names.DAYS.get(dayFromSunday);
      default -> Names.shortened(Names.DAYS.get(dayFromSunday));
    };
  }

  private String timeOfDay(int code) {
    int hour = secondOfDay / 3600;
    int hourOfHalf = 1 + Math.floorMod(hour - 1, 12);
    String half = Names.HALVES_OF_DAY.get(hour / 12);
    return switch (code) {
      case 'P' -> Names.lowerCase(half);
      case 'p' -> half;
      case 'H' -> padded(hour);
      case 'I' -> padded(hourOfHalf);
      case 'k' -> padded(hour, 2, ' ');
      case 'l' -> padded(hourOfHalf, 2, ' ');
      case 'M' -> padded(secondOfDay / 60 % 60);
      case 'S' -> padded(secondOfDay % 60);
      case 'q' -> fraction() + "000000";
      case 'v' -> fraction();
      case 'Q' -> microOfSecond == 0 ? "" : "." + withoutTrailingZeros(fraction());
      default -> "%" + Character.toString(code);
    };
  }

  private String fraction() {
    return padded(microOfSecond, 6, '0');
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }

  private static String fullYear(int year) {
    return (year < 0 ? "-" : "") + padded(Math.abs(year), 4, '0');
  }

  private static String padded(int number) {
    return padded(number, 2, '0');
  }

  private static String padded(int number, int width, char filler) {
    String digits = Integer.toString(number);
    return Character.toString(filler).repeat(Math.max(0, width - digits.length())) + digits;
  }
}
