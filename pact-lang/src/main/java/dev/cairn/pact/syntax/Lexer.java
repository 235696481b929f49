package dev.cairn.pact.syntax;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import java.util.ArrayList;
import java.util.List;

/** Splits source text into tokens; the longest match wins (reference 1.1). */
final class Lexer {
  /** Longest source text: a module of a megabyte is a hundred times the largest one deployed. */
  static final int MAX_SOURCE = 1 << 20;

  private static final String NAME_SYMBOLS = "%#+-_&$@<>=^?*!|/~";
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line;
  private int lineStart;

  private Lexer(String source) {
    this.source = source;
  }

  /** All tokens, with one of kind END behind the last. */
  static List<Token> tokens(String source) {
    if (source.length() > MAX_SOURCE) {
      throw PactException.syntax(
          "Source text is longer than " + MAX_SOURCE + " characters", Position.NONE);
    }
    Lexer lexer = new Lexer(source);
    while (lexer.skipBlanks()) {
      lexer.next();
    }
    lexer.add(TokenKind.END, "", lexer.at, lexer.position());
    return lexer.tokens;
  }

  private boolean skipBlanks() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ';') {
        skipComment();
      } else if (Character.isWhitespace(c)) {
        skipBlank(c);
      } else {
        return true;
      }
    }
    return false;
  }

  private void skipComment() {
    int end = source.indexOf('\n', at);
    at = end < 0 ? source.length() : end;
  }

  private void skipBlank(char c) {
    at++;
    if (c == '\n') {
      line++;
      lineStart = at;
    }
  }

  private void next() {
    char c = source.charAt(at);
    if (c == '"') {
      string();
    } else if (c == '\'') {
      tick();
    } else if (isDigit(c) || isNameStart(c)) {
      wordOrInteger();
    } else {
      punctuation(c);
    }
  }

  /** A name and an integer can begin alike: {@code -1} is an integer, {@code -1a} a name. */
  private void wordOrInteger() {
    int word = wordEnd();
    int integer = integerEnd();
    if (integer > at && integer >= word) {
      take(TokenKind.INTEGER, integer);
    } else {
      String text = source.substring(at, word);
      take(Keywords.ALL.contains(text) ? TokenKind.KEYWORD : TokenKind.NAME, word);
    }
  }

  private int wordEnd() {
    if (!isNameStart(source.charAt(at))) {
      return at;
    }
    int end = at + 1;
    while (end < source.length() && isNamePart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private int integerEnd() {
    int digits = source.charAt(at) == '-' ? at + 1 : at;
    int end = digits;
    while (end < source.length() && isDigit(source.charAt(end))) {
      end++;
    }
    return end == digits ? at : end;
  }

  private void tick() {
    int end = at + 1;
    if (end >= source.length() || !isLetter(source.charAt(end))) {
      throw unexpected(source.charAt(at));
    }
    while (end < source.length() && isTickPart(source.charAt(end))) {
      end++;
    }
    add(TokenKind.TICK, source.substring(at + 1, end), end, position());
  }

  private void string() {
    Position start = position();
    StringLiteral literal = StringLiteral.read(source, at, start);
    int from = at;
    add(TokenKind.STRING, literal.text(), literal.end(), start);
    countLines(from, literal.end());
  }

  private void countLines(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
  }

  private void punctuation(char c) {
    switch (c) {
      case '(' -> take(TokenKind.OPEN_PAREN, at + 1);
      case ')' -> take(TokenKind.CLOSE_PAREN, at + 1);
      case '{' -> take(TokenKind.OPEN_BRACE, at + 1);
      case '}' -> take(TokenKind.CLOSE_BRACE, at + 1);
      case '[' -> take(TokenKind.OPEN_BRACKET, at + 1);
      case ']' -> take(TokenKind.CLOSE_BRACKET, at + 1);
      case ',' -> take(TokenKind.COMMA, at + 1);
      case '.' -> take(TokenKind.DOT, at + 1);
      case ':' -> colon();
      default -> throw unexpected(c);
    }
  }

  private void colon() {
    char second = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    switch (second) {
      case ':' -> take(TokenKind.DYNAMIC, at + 2);
      case '=' -> take(TokenKind.ASSIGN, at + 2);
      default -> take(TokenKind.COLON, at + 1);
    }
  }

  private void take(TokenKind kind, int end) {
    add(kind, source.substring(at, end), end, position());
  }

  private void add(TokenKind kind, String text, int end, Position position) {
    tokens.add(new Token(kind, text, position, at, end));
    at = end;
  }

  private Position position() {
    return new Position(line, at - lineStart);
  }

  private PactException unexpected(char c) {
    char last = at > 0 ? source.charAt(at - 1) : '\n';
    return PactException.syntax(
        "Lexical Error: Encountered unexpected character \"" + c + "\", Last seen \"" + last + "\"",
        "Encountered an unexpected character \"" + c + "\". Last seen \"" + last + "\"",
        position());
  }

  private static boolean isNameStart(char c) {
    return isLetter(c) || NAME_SYMBOLS.indexOf(c) >= 0;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }

  private static boolean isTickPart(char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
