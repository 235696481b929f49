package dev.cairn.pact.syntax;

import dev.cairn.pact.error.Position;

/**
 * A piece of source text.
 *
 * @param text the name, the digits, or the content of the string with its escapes resolved
 * @param start offset of its first character
 * @param end offset behind its last character
 */
record Token(TokenKind kind, String text, Position position, int start, int end) {

  boolean is(TokenKind wanted) {
    return kind == wanted;
  }

  boolean isKeyword(String word) {
    return kind == TokenKind.KEYWORD && text.equals(word);
  }

  /** As it stands in an error message. */
  String describe() {
    return switch (kind) {
      case STRING -> "\"" + text + "\"";
      case TICK -> "'" + text;
      case NAME, KEYWORD, INTEGER -> text;
      default -> kind.toString();
    };
  }
}
