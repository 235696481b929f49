package dev.cairn.pact.syntax;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;

/**
 * A string between quotes.
 *
 * @param text its content, escapes resolved
 * @param end offset behind the closing quote
 */
record StringLiteral(String text, int end) {

  /** Reads the literal whose opening quote is at {@code start}. */
  static StringLiteral read(String source, int start, Position position) {
    StringBuilder content = new StringBuilder();
    int at = start + 1;
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '"' -> {
          return new StringLiteral(content.toString(), at + 1);
        }
        case '\n', '\r' -> throw failure("newline in string literal", position);
        case '\\' -> at = escape(source, at + 1, content, position);
        default -> {
          content.append(c);
          at++;
        }
      }
    }
    throw failure("unterminated string literal", position);
  }

  /** Handles what follows a backslash; returns the offset behind it. */
  private static int escape(String source, int at, StringBuilder content, Position position) {
    if (at >= source.length()) {
      throw failure("unterminated string literal", position);
    }
    char c = source.charAt(at);
    if (Character.isWhitespace(c)) {
      return continuation(source, at, position);
    }
    content.append(escaped(c, position));
    return at + 1;
  }

  private static char escaped(char c, Position position) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case '\\', '"', '\'' -> c;
      default -> throw failure("invalid escape \\" + c, position);
    };
  }

  /** White space between two backslashes is layout, not content. */
  private static int continuation(String source, int from, Position position) {
    int at = from;
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    if (at >= source.length() || source.charAt(at) != '\\') {
      throw failure("missing \\ at the end of a line continuation", position);
    }
    return at + 1;
  }

  private static PactException failure(String reason, Position position) {
    return PactException.syntax(
        "Lexical Error: String literal parsing error: " + reason,
        "String literal parsing error:  " + reason,
        position);
  }
}
