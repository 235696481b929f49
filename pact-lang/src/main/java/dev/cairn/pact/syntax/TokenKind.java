package dev.cairn.pact.syntax;

/** The kinds of tokens (reference 1.1). */
enum TokenKind {
  OPEN_PAREN("("),
  CLOSE_PAREN(")"),
  OPEN_BRACE("{"),
  CLOSE_BRACE("}"),
  OPEN_BRACKET("["),
  CLOSE_BRACKET("]"),
  COMMA(","),
  DOT("."),
  COLON(":"),
  DYNAMIC("::"),
  ASSIGN(":="),
  NAME("name"),
  KEYWORD("keyword"),
  INTEGER("integer"),
  STRING("string"),
  TICK("symbol"),
  END("end of input");

  private final String text;

  TokenKind(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
