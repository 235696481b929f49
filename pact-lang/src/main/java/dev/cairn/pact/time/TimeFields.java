package dev.cairn.pact.time;

import dev.cairn.pact.value.PTime;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a text has said about a time so far; at first, that it is the start of 1970. */
final class TimeFields implements Cloneable {
  /** A year of two digits below this is in the 2000s. */
  private static final int FIRST_YEAR_OF_1900S = 69;

  private @Nullable Integer century;
  private int yearOfCentury = 70;
  int month = 1;
  int dayOfMonth = 1;
  int dayOfYear = 1;
  int week = 1;
  int dayOfWeek = 4;
  int hour;
  int minute;
  int second;
  int micros;
  int offsetMinutes;
  boolean afternoon;
  boolean twelveHours;
  boolean byDayOfYear;
  boolean byMonth;
  boolean byIsoWeek;
  boolean bySundayWeek;
  boolean byMondayWeek;
  @Nullable BigInteger epochSeconds;

  void setYear(int year) {
    century = Math.floorDiv(year, 100);
    yearOfCentury = Math.floorMod(year, 100);
  }

  void setCentury(int value) {
    century = value;
  }

  void setYearOfCentury(int value) {
    yearOfCentury = value;
  }

  /** The time said, unless it is out of range. */
  Optional<PTime> time() {
    try {
      BigInteger seconds = epochSeconds != null ? epochSeconds : BigInteger.valueOf(fromDate());
      int fraction = epochSeconds != null ? 0 : micros;
      return Optional.of(
          new PTime(
              seconds
                  .multiply(BigInteger.valueOf(TimeWriter.MICROS_PER_SECOND))
                  .add(BigInteger.valueOf(fraction))
                  .longValueExact()));
    } catch (ArithmeticException | DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  /** Nothing here is checked to be a time of day, so 25 hours reach into the next day. */
  private long fromDate() {
    long minutes = 60L * hourOfDay() + minute - offsetMinutes;
    return date().toEpochDay() * TimeWriter.SECONDS_PER_DAY + 60 * minutes + second;
  }

  private int hourOfDay() {
    if (!twelveHours) {
      return hour;
    }
    if (afternoon) {
      return hour < 12 ? hour + 12 : hour;
    }
    return hour % 12;
  }

  private LocalDate date() {
    if (byDayOfYear || !(byMonth || byIsoWeek || bySundayWeek || byMondayWeek)) {
      return LocalDate.ofYearDay(year(), clamped(dayOfYear, Year.of(year()).length()));
    }
    if (byMonth) {
      YearMonth in = YearMonth.of(year(), clamped(month, 12));
      return in.atDay(clamped(dayOfMonth, in.lengthOfMonth()));
    }
    return byIsoWeek ? isoWeekDate() : weekOfYearDate();
  }

  private LocalDate isoWeekDate() {
    LocalDate inFirstWeek = LocalDate.of(year(), 1, 4);
    long weeks = inFirstWeek.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum();
    LocalDate monday = inFirstWeek.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int day = dayOfWeek == 0 ? 7 : clamped(dayOfWeek, 7);
    return monday.plusDays(7L * (clamped(week, (int) weeks) - 1) + day - 1);
  }

  /** Week 1 starts on the year's first Sunday or Monday. */
  private LocalDate weekOfYearDate() {
    DayOfWeek start = bySundayWeek ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
    LocalDate first = LocalDate.of(year(), 1, 1).with(TemporalAdjusters.nextOrSame(start));
    int sundayBased = dayOfWeek == 7 ? 0 : dayOfWeek;
    int mondayBased = dayOfWeek == 0 ? 6 : dayOfWeek - 1;
    return first.plusDays(7L * (week - 1) + (bySundayWeek ? sundayBased : mondayBased));
  }

  private int year() {
    if (century != null) {
      return 100 * century + yearOfCentury;
    }
    return yearOfCentury + (yearOfCentury < FIRST_YEAR_OF_1900S ? 2000 : 1900);
  }

  private static int clamped(int number, int max) {
    return Math.max(1, Math.min(max, number));
  }

  @Override
  public TimeFields clone() {
    try {
      return (TimeFields) super.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
