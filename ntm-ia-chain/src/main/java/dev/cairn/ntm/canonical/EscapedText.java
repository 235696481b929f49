package dev.cairn.ntm.canonical;

/** A string literal as {@code json_encode} writes it. */
final class EscapedText {

  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String ESCAPES = "\"\\bfnrt";

  private EscapedText() {}

  static void append(StringBuilder out, String text, boolean escapeSlashes)
      throws PhpJsonException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      append(out, c, escapeSlashes);
      if (Character.isSurrogate(c)) {
        append(out, secondHalf(text, i++), escapeSlashes);
      }
    }
    out.append('"');
  }

  private static char secondHalf(String text, int first) throws PhpJsonException {
    if (!Character.isSupplementaryCodePoint(text.codePointAt(first))) {
      throw new PhpJsonException(
          PhpJsonError.MALFORMED_UTF8, "A string holds half of a surrogate pair.");
    }
    return text.charAt(first + 1);
  }

  private static void append(StringBuilder out, char c, boolean escapeSlashes) {
    int known = ESCAPED.indexOf(c);
    if (known >= 0) {
      out.append('\\').append(ESCAPES.charAt(known));
    } else if (c == '/' && escapeSlashes) {
      out.append("\\/");
    } else if (c >= ' ' && c < 0x80) {
      out.append(c); // DEL, too, is raw
    } else {
      out.append("\\u").append(hex(c, 12)).append(hex(c, 8)).append(hex(c, 4)).append(hex(c, 0));
    }
  }

  private static char hex(char c, int shift) {
    return Character.forDigit(c >> shift & 0xf, 16);
  }
}
