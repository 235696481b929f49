package dev.cairn.ntm.canonical;

import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;

/**
 * Reads a JSON number literal and decides as PHP does whether it is an integer or a double.
 *
 * <p>A literal of at most 15 digits without exponent is an integer below 2^53 divided by a power of
 * ten that is exact, too: one division, correctly rounded by IEEE 754, gives the nearest double.
 * All others go through {@code Double.parseDouble}, which gives the same.
 */
final class JsonNumber {

  /** Sign and digits of {@code Long.MIN_VALUE}: a longer literal is a double. */
  private static final int MAX_LONG_LENGTH = 20;

  private final JsonCursor cursor;
  private final int start;

  /** The digits so far as an integer; right as long as they are few enough. */
  private long digits;

  private int digitCount;

  private JsonNumber(JsonCursor cursor) {
    this.cursor = cursor;
    this.start = cursor.position();
  }

  static PhpValue read(JsonCursor cursor) throws PhpJsonException {
    return new JsonNumber(cursor).read();
  }

  private PhpValue read() throws PhpJsonException {
    boolean negative = cursor.takeIf('-');
    if (!cursor.takeIf('0')) {
      digits();
    }
    int wholeDigits = digitCount;
    boolean fraction = cursor.takeIf('.');
    if (fraction) {
      digits();
    }
    if (cursor.takeIf('e') || cursor.takeIf('E')) {
      exponent();
      return new PhpDouble(Double.parseDouble(literal()));
    }
    return fraction
        ? new PhpDouble(decimal(negative, digitCount - wholeDigits))
        : integerOrDouble(negative);
  }

  private void exponent() throws PhpJsonException {
    if (!cursor.takeIf('+')) {
      cursor.takeIf('-');
    }
    digits();
  }

  private void digits() throws PhpJsonException {
    if (!isDigit(cursor.peek())) {
      throw cursor.unexpected();
    }
    for (byte c = cursor.peek(); isDigit(c); c = cursor.peek()) {
      digits = digits * 10 + (c - '0');
      digitCount++;
      cursor.skip();
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private double decimal(boolean negative, int places) {
    if (digitCount > DecimalPowers.EXACT_DIGITS) {
      return Double.parseDouble(literal());
    }
    double size = digits / DecimalPowers.of(places);
    return negative ? -size : size;
  }

  private PhpValue integerOrDouble(boolean negative) {
    if (digitCount <= DecimalPowers.EXACT_DIGITS) {
      return new PhpInteger(negative ? -digits : digits);
    }
    String literal = literal();
    if (literal.length() <= MAX_LONG_LENGTH) {
      try {
        return new PhpInteger(Long.parseLong(literal));
      } catch (NumberFormatException tooLarge) {
        return new PhpDouble(Double.parseDouble(literal));
      }
    }
    return new PhpDouble(Double.parseDouble(literal));
  }

  private String literal() {
    return cursor.since(start);
  }
}
