package dev.cairn.pact.time;

import dev.cairn.pact.value.PTime;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Reads one text by pattern items, going back where a number may be read in two lengths. */
final class TimeReader {
  /** Each of n such numbers doubles the ways to read a text; no honest pattern has many. */
  private static final int MAX_ATTEMPTS = 10_000;

  /** More digits are no year that a time can have. */
  private static final int MAX_YEAR_DIGITS = 9;

  private static final int MICRO_DIGITS = 6;

  /** Thrown and caught here only: this way to read the text leads nowhere. */
  private static final class Mismatch extends Exception {
    private static final long serialVersionUID = 1;

    private Mismatch() {
      super(null, null, false, false);
    }
  }

  private final List<TimePattern.Item> items;
  private final String text;
  private int attempts;
  private int position;
  private TimeFields fields = new TimeFields();

  TimeReader(List<TimePattern.Item> items, String text) {
    this.items = items;
    this.text = text;
  }

  Optional<PTime> read() {
    try {
      readFrom(0);
      return fields.time();
    } catch (Mismatch mismatch) {
      return Optional.empty();
    }
  }

  private void readFrom(int first) throws Mismatch {
    for (int i = first; i < items.size(); i++) {
      TimePattern.Item item = items.get(i);
      if (!item.isCode()) {
        literal(item.symbol());
      } else if ("YGkle".indexOf(item.symbol()) >= 0) {
        readEitherWay(item.symbol(), i + 1);
        return;
      } else {
        code(item.symbol());
      }
    }
    skipWhiteSpace();
    require(position == text.length());
  }

  private void literal(int symbol) throws Mismatch {
    if (Character.isWhitespace(symbol)) {
      skipWhiteSpace();
    } else {
      require(position < text.length() && text.codePointAt(position) == symbol);
      position += Character.charCount(symbol);
    }
  }

  /** A year: all digits, else four; an hour or day: two characters, else one. */
  private void readEitherWay(int code, int next) throws Mismatch {
    require(++attempts <= MAX_ATTEMPTS);
    int start = position;
    TimeFields before = fields.clone();
    try {
      setVariable(code, code == 'Y' || code == 'G' ? wholeNumber() : spacePadded(2));
      readFrom(next);
    } catch (Mismatch mismatch) {
      position = start;
      fields = before;
      setVariable(code, code == 'Y' || code == 'G' ? zeroPadded(4) : spacePadded(1));
      readFrom(next);
    }
  }

  private void setVariable(int code, int number) {
    switch (code) {
      case 'e' -> setDayOfMonth(number);
      case 'k', 'l' -> setHour(number, code == 'l');
      default -> {
        fields.byIsoWeek |= code == 'G';
        fields.setYear(number);
      }
    }
  }

  private void code(int code) throws Mismatch {
    switch (code) {
      case 'y', 'C', 'B', 'b', 'h', 'm', 'd', 'j' -> calendarDate(code);
      case 'g', 'f', 'V', 'U', 'W', 'u', 'w', 'A', 'a' -> weekDate(code);
      case 'z', 'N' -> offset();
      case 'Z' -> zone();
      case 's' -> fields.epochSeconds = epochSeconds();
      default -> timeOfDay(code);
    }
  }

  private void calendarDate(int code) throws Mismatch {
    switch (code) {
      case 'y' -> fields.setYearOfCentury(zeroPadded(2));
      case 'C' -> fields.setCentury(zeroPadded(2));
      case 'B' -> setMonth(1 + name(Names.MONTHS));
      case 'b', 'h' -> setMonth(1 + name(Names.MONTHS.stream().map(Names::shortened).toList()));
      case 'm' -> setMonth(zeroPadded(2));
      case 'd' -> setDayOfMonth(zeroPadded(2));
      default -> {
        fields.dayOfYear = zeroPadded(3);
        fields.byDayOfYear = true;
      }
    }
  }

  private void weekDate(int code) throws Mismatch {
    fields.byIsoWeek |= "gfV".indexOf(code) >= 0;
    fields.bySundayWeek |= code == 'U';
    fields.byMondayWeek |= code == 'W';
    switch (code) {
      case 'g' -> fields.setYearOfCentury(zeroPadded(2));
      case 'f' -> fields.setCentury(zeroPadded(2));
      case 'V', 'U', 'W' -> fields.week = zeroPadded(2);
      case 'u', 'w' -> fields.dayOfWeek = zeroPadded(1);
      case 'A' -> fields.dayOfWeek = name(Names.DAYS);
      default -> fields.dayOfWeek = name(Names.DAYS.stream().map(Names::shortened).toList());
    }
  }

  private void timeOfDay(int code) throws Mismatch {
    switch (code) {
      case 'P', 'p' -> {
        fields.afternoon = name(Names.HALVES_OF_DAY) == 1;
        fields.twelveHours = true;
      }
      case 'H', 'I' -> setHour(zeroPadded(2), code == 'I');
      case 'M' -> fields.minute = zeroPadded(2);
      case 'S' -> fields.second = zeroPadded(2);
      case 'q', 'v' -> fields.micros = fraction();
      case 'Q' -> fields.micros = skip(".") ? fraction() : 0;
      default -> throw new Mismatch();
    }
  }

  private void setMonth(int month) {
    fields.month = month;
    fields.byMonth = true;
  }

  private void setDayOfMonth(int day) {
    fields.dayOfMonth = day;
    fields.byMonth = true;
  }

  private void setHour(int hour, boolean twelveHours) {
    fields.hour = hour;
    fields.twelveHours = twelveHours;
  }

  /** {@code +hh:mm} or {@code +hhmm}. */
  private void offset() throws Mismatch {
    boolean west = skip("-");
    require(west || skip("+"));
    int hours = zeroPadded(2);
    skip(":");
    int minutes = 60 * hours + zeroPadded(2);
    fields.offsetMinutes = west ? -minutes : minutes;
  }

  private void zone() throws Mismatch {
    int length = TimeZones.lengthAt(text, position);
    if (length == 0) {
      offset();
    } else {
      fields.offsetMinutes = TimeZones.minutesOf(text.substring(position, position + length));
      position += length;
    }
  }

  /** The index of the first name that comes next, in any case. */
  private int name(List<String> names) throws Mismatch {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (text.regionMatches(true, position, name, 0, name.length())) {
        position += name.length();
        return i;
      }
    }
    throw new Mismatch();
  }

  /** Digits after the point, rounded to microseconds. */
  private int fraction() throws Mismatch {
    String digits = digits(text.substring(position));
    require(!digits.isEmpty());
    position += digits.length();
    String tenths = (digits + "0".repeat(MICRO_DIGITS)).substring(0, MICRO_DIGITS + 1);
    return (Integer.parseInt(tenths) + 5) / 10;
  }

  private BigInteger epochSeconds() throws Mismatch {
    BigInteger sign = skip("-") ? BigInteger.ONE.negate() : BigInteger.ONE;
    String digits = digits(text.substring(position));
    require(!digits.isEmpty() && digits.length() <= Long.toString(Long.MAX_VALUE).length());
    position += digits.length();
    return new BigInteger(digits).multiply(sign);
  }

  private int wholeNumber() throws Mismatch {
    int sign = skip("-") ? -1 : 1;
    String digits = digits(text.substring(position));
    require(!digits.isEmpty() && digits.length() <= MAX_YEAR_DIGITS);
    position += digits.length();
    return sign * Integer.parseInt(digits);
  }

  private int zeroPadded(int width) throws Mismatch {
    return leadingNumber(taken(width));
  }

  private int spacePadded(int width) throws Mismatch {
    return leadingNumber(taken(width).stripLeading());
  }

  private String taken(int width) throws Mismatch {
    require(position + width <= text.length());
    position += width;
    return text.substring(position - width, position);
  }

  /** What follows the digits is dropped: the reference reads "1x" as 1 where two digits belong. */
  private static int leadingNumber(String taken) throws Mismatch {
    String digits = digits(taken);
    require(!digits.isEmpty());
    return Integer.parseInt(digits);
  }

  private static String digits(String from) {
    int end = 0;
    while (end < from.length() && from.charAt(end) >= '0' && from.charAt(end) <= '9') {
      end++;
    }
    return from.substring(0, end);
  }

  private boolean skip(String expected) {
    boolean found = text.startsWith(expected, position);
    position += found ? expected.length() : 0;
    return found;
  }

  private void skipWhiteSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private static void require(boolean condition) throws Mismatch {
    if (!condition) {
      throw new Mismatch();
    }
  }
}
