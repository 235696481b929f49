package dev.cairn.ntm.canonical;

/** A string literal as {@code json_encode} writes it. */
final class EscapedText {

  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String ESCAPES = "\"\\bfnrt";

  private EscapedText() {}

  static void append(StringBuilder out, String text, boolean escapeSlashes)
      throws PhpJsonException {
    requirePairs(text);
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i), escapeSlashes);
    }
    out.append('"');
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

  private static void requirePairs(String text) throws PhpJsonException {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new PhpJsonException(
          PhpJsonError.MALFORMED_UTF8, "A string holds half of a surrogate pair.");
    }
  }
}
