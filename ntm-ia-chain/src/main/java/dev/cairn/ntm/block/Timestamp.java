package dev.cairn.ntm.block;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second in UTC, written {@code YYYY-MM-DD HH:MM:SS}. */
public record Timestamp(long epochSecond) implements Comparable<Timestamp> {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})");

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** The last second that four digits of a year can write: 9999-12-31 23:59:59. */
  private static final long MAX_SECOND = 253_402_300_799L;

  /** The first one: 0000-01-01 00:00:00. */
  private static final long MIN_SECOND = -62_167_219_200L;

  public Timestamp {
    if (epochSecond < MIN_SECOND || epochSecond > MAX_SECOND) {
      throw new IllegalArgumentException("A timestamp lies in the years 0 to 9999.");
    }
  }

  /** The second in which this instant lies. */
  public static Timestamp of(Instant instant) {
    return new Timestamp(instant.getEpochSecond());
  }

  /** Empty if the text has another form or names no second of the calendar (24:00:00, 30 Feb). */
  public static Optional<Timestamp> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              part(matcher, 1),
              part(matcher, 2),
              part(matcher, 3),
              part(matcher, 4),
              part(matcher, 5),
              part(matcher, 6));
      return Optional.of(new Timestamp(time.toEpochSecond(ZoneOffset.UTC)));
    } catch (DateTimeException noSuchSecond) {
      return Optional.empty();
    }
  }

  private static int part(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  public boolean isBefore(Timestamp other) {
    return epochSecond < other.epochSecond;
  }

  /** Time from the other to this; negative if this is earlier. */
  public Duration since(Timestamp other) {
    return Duration.ofSeconds(epochSecond - other.epochSecond);
  }

  /** Whether this is later than the other by more than the given time. */
  public boolean isAfter(Timestamp other, Duration by) {
    return since(other).compareTo(by) > 0;
  }

  @Override
  public int compareTo(Timestamp other) {
    return Long.compare(epochSecond, other.epochSecond);
  }

  @Override
  public String toString() {
    return FORMAT.format(Instant.ofEpochSecond(epochSecond));
  }
}
