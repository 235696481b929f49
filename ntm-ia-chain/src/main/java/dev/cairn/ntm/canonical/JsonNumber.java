package dev.cairn.ntm.canonical;

import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;

/** Reads a JSON number literal and decides as PHP does whether it is an integer or a double. */
final class JsonNumber {

  /** Sign and digits of {@code Long.MIN_VALUE}: a longer literal is a double. */
  private static final int MAX_LONG_LENGTH = 20;

  private JsonNumber() {}

  static PhpValue read(JsonCursor cursor) throws PhpJsonException {
    int start = cursor.position();
    cursor.takeIf('-');
    if (!cursor.takeIf('0')) {
      digits(cursor);
    }
    boolean fraction = cursor.takeIf('.');
    if (fraction) {
      digits(cursor);
    }
    boolean exponent = cursor.takeIf('e') || cursor.takeIf('E');
    if (exponent) {
      exponent(cursor);
    }
    String literal = cursor.since(start);
    return fraction || exponent
        ? new PhpDouble(Double.parseDouble(literal))
        : integerOrDouble(literal);
  }

  private static void exponent(JsonCursor cursor) throws PhpJsonException {
    if (!cursor.takeIf('+')) {
      cursor.takeIf('-');
    }
    digits(cursor);
  }

  private static void digits(JsonCursor cursor) throws PhpJsonException {
    if (!isDigit(cursor.peek())) {
      throw cursor.unexpected();
    }
    while (isDigit(cursor.peek())) {
      cursor.take();
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static PhpValue integerOrDouble(String literal) {
    if (literal.length() <= MAX_LONG_LENGTH) {
      try {
        return new PhpInteger(Long.parseLong(literal));
      } catch (NumberFormatException tooLarge) {
        return new PhpDouble(Double.parseDouble(literal));
      }
    }
    return new PhpDouble(Double.parseDouble(literal));
  }
}
