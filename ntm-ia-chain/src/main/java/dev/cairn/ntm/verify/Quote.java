package dev.cairn.ntm.verify;

/** Foreign text in our own sentences: short, in quotes, printable ASCII, safe for a terminal. */
final class Quote {

  /** Enough for a hash or a fingerprint. */
  private static final int MAX_CHARACTERS = 80;

  private Quote() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().limit(MAX_CHARACTERS).forEach(c -> quoted.append(isPlain(c) ? (char) c : '?'));
    return quoted.append(text.length() > MAX_CHARACTERS ? "..\"" : "\"").toString();
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7f;
  }
}
