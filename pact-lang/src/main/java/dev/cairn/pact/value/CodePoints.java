package dev.cairn.pact.value;

import java.util.Comparator;

/** The language's order of strings: by code point, where Java's own is by UTF-16 unit. */
public final class CodePoints {
  public static final Comparator<String> ORDER = CodePoints::compare;

  private static final int REPLACEMENT = 0xfffd;

  private CodePoints() {}

  /** How many code points the text has. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  public static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      if (left.charAt(i) != right.charAt(i)) {
        return Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /**
   * The text with U+FFFD in place of each half of a surrogate pair that stands alone: JSON can
   * escape one, but it is no code point and has no UTF-8.
   */
  public static String wellFormed(String text) {
    if (text.codePoints().noneMatch(CodePoints::isHalfPair)) {
      return text;
    }
    StringBuilder repaired = new StringBuilder();
    text.codePoints().map(c -> isHalfPair(c) ? REPLACEMENT : c).forEach(repaired::appendCodePoint);
    return repaired.toString();
  }

  private static boolean isHalfPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** Surrogates stand for code points above every other unit, so they move behind U+FFFF. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
