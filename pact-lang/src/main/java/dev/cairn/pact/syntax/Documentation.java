package dev.cairn.pact.syntax;

/** Skips documentation and models: they have no meaning. */
final class Documentation {
  private final TokenStream tokens;

  Documentation(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** {@code '@doc' STRING | STRING | '@model' […]}, or {@code @doc} and {@code @model}. */
  void skipWithModel() {
    if (tokens.at(TokenKind.STRING)) {
      tokens.next();
    } else if (skipDoc()) {
      skipModel();
    } else if (skipModel()) {
      skipDoc();
    }
  }

  /** {@code '@doc' STRING | STRING}. */
  void skip() {
    if (tokens.at(TokenKind.STRING)) {
      tokens.next();
    } else {
      skipDoc();
    }
  }

  private boolean skipDoc() {
    boolean found = tokens.acceptKeyword("@doc");
    if (found) {
      tokens.expect(TokenKind.STRING);
    }
    return found;
  }

  /** {@code '@model' '[' … ']'}: whatever is inside, as long as brackets match. */
  boolean skipModel() {
    if (!tokens.acceptKeyword("@model")) {
      return false;
    }
    if (!tokens.at(TokenKind.OPEN_BRACKET)) {
      throw tokens.unexpected("[");
    }
    int open = 0;
    do {
      open += opened(tokens.peek());
      tokens.next();
    } while (open > 0);
    return true;
  }

  private int opened(Token token) {
    return switch (token.kind()) {
      case OPEN_BRACKET, OPEN_PAREN -> 1;
      case CLOSE_BRACKET, CLOSE_PAREN -> -1;
      case END -> throw tokens.unexpected("]");
      default -> 0;
    };
  }
}
