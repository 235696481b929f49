package dev.cairn.pact.repl;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Typed text with the name that the cursor is in or behind. */
record TypedLine(String line, int cursor, String word) implements CompletingParsedLine {

  /** Everything but blanks, brackets and quotes can be part of a name. */
  private static final String SEPARATORS = " \t\r\n()[]{}\"',";

  /** Reads lines for JLine: text with open brackets is not accepted yet. */
  static Parser parser() {
    return TypedLine::parse;
  }

  private static ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
    if (context == Parser.ParseContext.ACCEPT_LINE && OpenBrackets.in(line)) {
      throw new EOFError(-1, -1, "A bracket is open");
    }
    int start = cursor;
    while (start > 0 && SEPARATORS.indexOf(line.charAt(start - 1)) < 0) {
      start--;
    }
    return new TypedLine(line, cursor, line.substring(start, cursor));
  }

  @Override
  public int wordCursor() {
    return word.length();
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word);
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return word.length();
  }

  @Override
  public int rawWordLength() {
    return word.length();
  }
}
