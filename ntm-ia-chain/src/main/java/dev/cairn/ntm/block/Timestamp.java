package dev.cairn.ntm.block;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A second in UTC, written {@code YYYY-MM-DD HH:MM:SS}. */
public record Timestamp(long epochSecond) implements Comparable<Timestamp> {

  /** Each 0 stands for any digit. */
  private static final String FORM = "0000-00-00 00:00:00";

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
    if (!hasForm(text)) {
      return Optional.empty();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19));
      return Optional.of(new Timestamp(time.toEpochSecond(ZoneOffset.UTC)));
    } catch (DateTimeException noSuchSecond) {
      return Optional.empty();
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = text.charAt(i);
      boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
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
