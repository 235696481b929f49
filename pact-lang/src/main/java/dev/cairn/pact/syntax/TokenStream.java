package dev.cairn.pact.syntax;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.ModuleName;
import java.util.List;

/** The tokens of a program and how far they have been read; counts how deep the reader is. */
final class TokenStream {
  /** Deepest nesting of a program: people write 20 levels, a thread of 1 MB carries twice 400. */
  static final int MAX_NESTING = 400;

  private final List<Token> tokens;
  private int at;
  private int nesting;

  TokenStream(String source) {
    this.tokens = Lexer.tokens(source);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  boolean at(TokenKind kind) {
    return peek().is(kind);
  }

  boolean atEnd() {
    return at(TokenKind.END);
  }

  Token next() {
    Token token = peek();
    if (!token.is(TokenKind.END)) {
      at++;
    }
    return token;
  }

  Token expect(TokenKind kind) {
    if (!at(kind)) {
      throw unexpected(kind.toString());
    }
    return next();
  }

  /** Reads the token if it is next. */
  boolean accept(TokenKind kind) {
    boolean found = at(kind);
    if (found) {
      at++;
    }
    return found;
  }

  boolean acceptKeyword(String word) {
    boolean found = peek().isKeyword(word);
    if (found) {
      at++;
    }
    return found;
  }

  /** The end of the token read last, as an offset in the source. */
  int lastEnd() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  /** Call when a nested form begins; {@link #leave} when it ends. */
  void enter() {
    nesting++;
    if (nesting > MAX_NESTING) {
      throw PactException.syntax(
          "Program nests deeper than " + MAX_NESTING + " levels", peek().position());
    }
  }

  void leave() {
    nesting--;
  }

  String name() {
    return expect(TokenKind.NAME).text();
  }

  /** {@code module} or {@code namespace.module}. */
  ModuleName moduleName() {
    String first = name();
    return accept(TokenKind.DOT) ? new ModuleName(first, name()) : ModuleName.root(first);
  }

  /** {@code x}, {@code m.x}, {@code n.m.x} or {@code r::x}. */
  Name anyName() {
    String first = name();
    if (accept(TokenKind.DYNAMIC)) {
      return new Name.Dynamic(first, name());
    }
    if (!accept(TokenKind.DOT)) {
      return new Name.Bare(first);
    }
    String second = name();
    return accept(TokenKind.DOT)
        ? new Name.Qualified(new ModuleName(first, second), name())
        : new Name.Qualified(ModuleName.root(first), second);
  }

  boolean atText() {
    return at(TokenKind.STRING) || at(TokenKind.TICK);
  }

  /** A string, written either way. */
  String text() {
    if (!atText()) {
      throw unexpected("string");
    }
    return next().text();
  }

  PactException unexpected(String wanted) {
    Token found = peek();
    if (found.is(TokenKind.END)) {
      // The text ends inside a form; the chain names only what would close it.
      return failure("Expected: [')']", found.position());
    }
    return failure("Expected: [\"" + wanted + "\"], found " + found.describe(), found.position());
  }

  static PactException failure(String text, Position position) {
    return PactException.syntax(text, "ParseError: " + text, position);
  }
}
