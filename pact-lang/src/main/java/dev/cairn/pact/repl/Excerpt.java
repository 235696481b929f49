package dev.cairn.pact.repl;

import dev.cairn.pact.error.Position;
import java.util.List;

/** One line of source under its number, with a mark below the code that is meant. */
final class Excerpt {
  /** Longer lines tell nothing more and hide the message. */
  private static final int MAX_WIDTH = 200;

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";
  private static final String ENDS_WORD = " \t\"()[]{},";

  private Excerpt() {}

  /** Both lines, each after a line break; nothing if the source has no such place. */
  static String of(List<String> source, Position place) {
    if (place.line() >= source.size() || source.get(place.line()).length() > MAX_WIDTH) {
      return "";
    }
    String line = source.get(place.line());
    String number = " " + (place.line() + 1) + " | ";
    int start = Math.min(place.column(), line.length());
    String margin = " ".repeat(number.length() - 2) + "| ";
    // Tabs stay tabs, so that the mark stands below its code whatever their width.
    String before = line.substring(0, start).replaceAll("[^\t]", " ");
    return "\n" + number + line + "\n" + margin + before + "^".repeat(end(line, start) - start);
  }

  /** Where the bracketed expression or the word ends; at least one character further. */
  private static int end(String line, int start) {
    int depth = 0;
    for (int i = start; i < line.length(); i++) {
      char c = line.charAt(i);
      if (OPENING.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(c) >= 0) {
        depth--;
      }
      boolean ends =
          i > start && OPENING.indexOf(line.charAt(start)) < 0 && ENDS_WORD.indexOf(c) >= 0;
      if (ends) {
        return i;
      }
      if (depth <= 0 && CLOSING.indexOf(c) >= 0) {
        return i + 1;
      }
    }
    return Math.max(line.length(), start + 1);
  }
}
