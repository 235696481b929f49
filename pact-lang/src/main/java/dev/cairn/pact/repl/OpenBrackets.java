package dev.cairn.pact.repl;

/** Tells whether text that somebody types is still to be continued. */
final class OpenBrackets {
  private int depth;
  private int at;
  private final String text;

  private OpenBrackets(String text) {
    this.text = text;
  }

  /** Whether a bracket or a string is open at the end of the text. */
  static boolean in(String text) {
    return new OpenBrackets(text).isOpen();
  }

  private boolean isOpen() {
    while (at < text.length()) {
      switch (text.charAt(at++)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        case ';' -> skipComment();
        case '"' -> {
          if (isInString()) {
            return true;
          }
        }
        default -> {}
      }
    }
    return depth > 0;
  }

  private void skipComment() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** Skips a string; true if the text ends in a backslash, the only way to go on with a string. */
  private boolean isInString() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' || c == '\n') {
        return false;
      }
      if (c == '\\') {
        at++;
      }
    }
    return at > text.length();
  }
}
