package dev.cairn.pact.value;

/** The rule for names inside data; source text allows ASCII letters and digits only. */
public final class Identifier {
  private static final String SYMBOLS = "%#+-_&$@<>=^?*!|/~";

  private Identifier() {}

  /** A letter or symbol, then letters, digits and symbols. */
  public static boolean isValid(String text) {
    return !text.isEmpty()
        && !Character.isDigit(text.codePointAt(0))
        && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || SYMBOLS.indexOf(c) >= 0);
  }
}
