package dev.cairn.ntm.explain;

/** Foreign text on a terminal: short and in printable ASCII. */
final class Shown {

  private static final int MAX_CHARACTERS = 120;

  private Shown() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(MAX_CHARACTERS)
        .forEach(c -> shown.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
    return shown.append(text.length() > MAX_CHARACTERS ? ".." : "").toString();
  }
}
