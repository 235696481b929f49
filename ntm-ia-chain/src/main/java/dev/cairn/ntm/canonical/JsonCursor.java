package dev.cairn.ntm.canonical;

/** A place in a JSON text. */
final class JsonCursor {

  /** What {@link #peek} gives after the last character: no JSON text may hold it raw. */
  private static final char END = '\0';

  private final String text;
  private int at;

  JsonCursor(String text) {
    this.text = text;
  }

  int position() {
    return at;
  }

  String since(int start) {
    return text.substring(start, at);
  }

  boolean atEnd() {
    return at == text.length();
  }

  char peek() {
    return atEnd() ? END : text.charAt(at);
  }

  char take() throws PhpJsonException {
    if (atEnd()) {
      throw unexpected();
    }
    return text.charAt(at++);
  }

  boolean takeIf(char wanted) {
    if (atEnd() || text.charAt(at) != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** What stands here up to a quote, a backslash, a control character or the end. */
  String takePlain() {
    int start = at;
    while (!atEnd() && isPlain(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  void expect(char wanted) throws PhpJsonException {
    if (!takeIf(wanted)) {
      throw unexpected();
    }
  }

  void skipSpace() {
    while (!atEnd() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  boolean skipSpaceAndTake(char wanted) {
    skipSpace();
    return takeIf(wanted);
  }

  /** The refusal of the character here, with the number that PHP's scanner would give. */
  PhpJsonException unexpected() {
    if (atEnd()) {
      return new PhpJsonException(PhpJsonError.SYNTAX, "The text ends too early.");
    }
    return text.charAt(at) < ' '
        ? refused(PhpJsonError.CONTROL_CHARACTER, "A raw control character stands")
        : refused(PhpJsonError.SYNTAX, "An unexpected character stands");
  }

  PhpJsonException refused(PhpJsonError error, String what) {
    return new PhpJsonException(error, what + " at character " + (at + 1) + ".");
  }
}
