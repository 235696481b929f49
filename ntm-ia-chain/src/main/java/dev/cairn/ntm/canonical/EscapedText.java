package dev.cairn.ntm.canonical;

/** A string literal as {@code json_encode} writes it. */
final class EscapedText {

  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String ESCAPES = "\"\\bfnrt";

  private EscapedText() {}

  static void append(AsciiBuffer out, String text, boolean escapeSlashes) throws PhpJsonException {
    out.append('"');
    int at = 0;
    while (at < text.length()) {
      int plainEnd = plainEnd(text, at);
      out.append(text, at, plainEnd);
      at = plainEnd;
      if (at < text.length()) {
        char c = text.charAt(at++);
        append(out, c, escapeSlashes);
        if (Character.isSurrogate(c)) {
          append(out, secondHalf(text, at++), escapeSlashes);
        }
      }
    }
    out.append('"');
  }

  /** Nearly all text is plain; it is copied in runs. */
  private static int plainEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isPlain(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** DEL (0x7f) is plain, too; what is negative is a byte beyond ASCII. */
  static boolean isPlain(int c) {
    return c >= ' ' && c < 0x80 && c != '"' && c != '\\' && c != '/';
  }

  private static char secondHalf(String text, int at) throws PhpJsonException {
    if (!Character.isSupplementaryCodePoint(text.codePointAt(at - 1))) {
      throw new PhpJsonException(
          PhpJsonError.MALFORMED_UTF8, "A string holds half of a surrogate pair.");
    }
    return text.charAt(at);
  }

  private static void append(AsciiBuffer out, char c, boolean escapeSlashes) {
    int known = ESCAPED.indexOf(c);
    if (known >= 0) {
      out.append('\\').append(ESCAPES.charAt(known));
    } else if (c == '/') {
      out.append(escapeSlashes ? "\\/" : "/");
    } else {
      out.append("\\u").append(hex(c, 12)).append(hex(c, 8)).append(hex(c, 4)).append(hex(c, 0));
    }
  }

  private static char hex(char c, int shift) {
    return Character.forDigit(c >> shift & 0xf, 16);
  }
}
