package dev.cairn.ntm.canonical;

/** Reads a JSON string literal, with PHP's refusal of lone surrogates. */
final class JsonString {

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private JsonString() {}

  static String read(JsonCursor cursor) throws PhpJsonException {
    cursor.expect('"');
    String plain = cursor.takePlain();
    if (cursor.takeIf('"')) {
      return plain; // the usual case costs no copy
    }
    StringBuilder text = new StringBuilder(plain);
    while (!cursor.takeIf('"')) {
      cursor.expect('\\');
      text.append(escape(cursor)).append(cursor.takePlain());
    }
    return text.toString();
  }

  private static String escape(JsonCursor cursor) throws PhpJsonException {
    if (cursor.takeIf('u')) {
      return codePoint(cursor);
    }
    int known = ESCAPES.indexOf(cursor.peek());
    if (known < 0) {
      throw cursor.unexpected();
    }
    cursor.skip();
    return ESCAPED.substring(known, known + 1);
  }

  private static String codePoint(JsonCursor cursor) throws PhpJsonException {
    char first = unit(cursor);
    if (!Character.isSurrogate(first)) {
      return String.valueOf(first);
    }
    if (Character.isHighSurrogate(first) && cursor.takeIf('\\') && cursor.takeIf('u')) {
      char second = unit(cursor);
      if (Character.isLowSurrogate(second)) {
        return new String(new char[] {first, second});
      }
    }
    throw cursor.refused(PhpJsonError.LONE_SURROGATE, "An escaped half of a surrogate pair stands");
  }

  private static char unit(JsonCursor cursor) throws PhpJsonException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      unit = unit << 4 | hexDigit(cursor);
    }
    return (char) unit;
  }

  private static int hexDigit(JsonCursor cursor) throws PhpJsonException {
    int digit = Character.digit(cursor.peek(), 16);
    if (digit < 0) {
      throw cursor.unexpected();
    }
    cursor.skip();
    return digit;
  }
}
