package dev.cairn.ntm.canonical;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A place in a JSON text, which is well-formed UTF-8. */
final class JsonCursor {

  /** What {@link #peek} gives after the last byte: no JSON text may hold it raw. */
  private static final byte END = 0;

  private final byte[] text;
  private final Charset charset;
  private int at;

  /** Refuses text that is not UTF-8. */
  JsonCursor(byte[] text) throws PhpJsonException {
    this.text = text;
    boolean ascii = Utf8.isAscii(text);
    if (!ascii) {
      Utf8.decode(text);
    }
    this.charset = ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
  }

  int position() {
    return at;
  }

  String since(int start) {
    return new String(text, start, at - start, charset);
  }

  boolean atEnd() {
    return at == text.length;
  }

  /** The byte here; of a character beyond ASCII it is negative. */
  byte peek() {
    return at == text.length ? END : text[at];
  }

  /** Steps over what {@link #peek} gave. */
  void skip() {
    at++;
  }

  boolean takeIf(char wanted) {
    if (at == text.length || text[at] != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** What stands here up to a quote, a backslash, a control character or the end. */
  String takePlain() {
    int start = at;
    while (at < text.length && isPlain(text[at])) {
      at++;
    }
    return since(start);
  }

  /** Bytes of characters beyond ASCII are negative; all of them are plain. */
  private static boolean isPlain(byte b) {
    return (b >= ' ' || b < 0) && b != '"' && b != '\\';
  }

  void expect(char wanted) throws PhpJsonException {
    if (!takeIf(wanted)) {
      throw unexpected();
    }
  }

  void skipSpace() {
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
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
    return text[at] >= 0 && text[at] < ' '
        ? refused(PhpJsonError.CONTROL_CHARACTER, "A raw control character stands")
        : refused(PhpJsonError.SYNTAX, "An unexpected character stands");
  }

  PhpJsonException refused(PhpJsonError error, String what) {
    return new PhpJsonException(error, what + " at byte " + (at + 1) + ".");
  }
}
