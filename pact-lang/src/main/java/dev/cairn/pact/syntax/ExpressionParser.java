package dev.cairn.pact.syntax;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PUnit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions (reference 1.2). */
final class ExpressionParser {
  /** Longest number in digits: reading one takes time that grows with the square. */
  private static final int MAX_DIGITS = 4_096;

  private final TokenStream tokens;
  private final TypeParser types;

  ExpressionParser(TokenStream tokens, TypeParser types) {
    this.tokens = tokens;
    this.types = types;
  }

  Expression expression() {
    tokens.enter();
    Expression expression = expressionInside();
    tokens.leave();
    return expression;
  }

  /** One or more expressions, up to a closing parenthesis. */
  List<Expression> body() {
    List<Expression> body = new ArrayList<>();
    do {
      body.add(expression());
    } while (!tokens.at(TokenKind.CLOSE_PAREN));
    return body;
  }

  private Expression expressionInside() {
    Token first = tokens.peek();
    Position position = first.position();
    return switch (first.kind()) {
      case NAME -> new Expression.Variable(tokens.anyName(), position);
      case INTEGER -> number();
      case STRING, TICK -> new Expression.Literal(new PString(tokens.text()), position);
      case KEYWORD -> truth();
      case OPEN_BRACKET -> list();
      case OPEN_BRACE -> object();
      case OPEN_PAREN -> parenthesized();
      default -> throw tokens.unexpected("expression");
    };
  }

  private Expression truth() {
    Token word = tokens.peek();
    if (!word.isKeyword("true") && !word.isKeyword("false")) {
      throw tokens.unexpected("expression");
    }
    tokens.next();
    return new Expression.Literal(PBool.of(word.isKeyword("true")), word.position());
  }

  /** An integer, or integer point integer: a decimal. */
  private Expression number() {
    Token whole = tokens.next();
    if (whole.text().length() > MAX_DIGITS) {
      throw TokenStream.failure("Number of more than " + MAX_DIGITS + " digits", whole.position());
    }
    if (!tokens.accept(TokenKind.DOT)) {
      return new Expression.Literal(new PInteger(new BigInteger(whole.text())), whole.position());
    }
    Token fraction = tokens.expect(TokenKind.INTEGER);
    return new Expression.Literal(decimal(whole, fraction), whole.position());
  }

  private static PDecimal decimal(Token whole, Token fraction) {
    int places = fraction.text().length();
    if (fraction.text().startsWith("-")) {
      throw TokenStream.failure("Expected: [\"integer\"]", fraction.position());
    }
    if (places > Decimal.MAX_PLACES) {
      throw TokenStream.failure(
          "Precision overflow (>=255 decimal places):  " + places + " decimals",
          fraction.position());
    }
    return new PDecimal(new Decimal(places, new BigInteger(whole.text() + fraction.text())));
  }

  private Expression list() {
    Position position = tokens.expect(TokenKind.OPEN_BRACKET).position();
    List<Expression> items = new ArrayList<>();
    if (!tokens.at(TokenKind.CLOSE_BRACKET)) {
      items.add(expression());
      boolean commas = tokens.at(TokenKind.COMMA);
      while (!tokens.at(TokenKind.CLOSE_BRACKET)) {
        if (commas) {
          tokens.expect(TokenKind.COMMA);
        }
        items.add(expression());
      }
    }
    tokens.expect(TokenKind.CLOSE_BRACKET);
    return new Expression.ListOf(items, position);
  }

  private Expression object() {
    Position position = tokens.expect(TokenKind.OPEN_BRACE).position();
    List<Expression.Field> fields = new ArrayList<>();
    if (!tokens.at(TokenKind.CLOSE_BRACE)) {
      do {
        String key = tokens.text();
        tokens.expect(TokenKind.COLON);
        fields.add(new Expression.Field(key, expression()));
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE_BRACE);
    return new Expression.ObjectOf(fields, position);
  }

  private Expression parenthesized() {
    Position position = tokens.expect(TokenKind.OPEN_PAREN).position();
    Expression form = form(position);
    tokens.expect(TokenKind.CLOSE_PAREN);
    return form;
  }

  private Expression form(Position position) {
    if (tokens.at(TokenKind.CLOSE_PAREN)) {
      return new Expression.Literal(PUnit.UNIT, position);
    }
    if (tokens.acceptKeyword("lambda")) {
      return lambda(position);
    }
    if (tokens.acceptKeyword("let") || tokens.acceptKeyword("let*")) {
      return let(position);
    }
    Expression function = expression();
    return new Expression.Application(function, operands(position), position);
  }

  private Expression lambda(Position position) {
    tokens.expect(TokenKind.OPEN_PAREN);
    List<Argument> arguments = types.arguments();
    tokens.expect(TokenKind.CLOSE_PAREN);
    return new Expression.Lambda(arguments, body(), position);
  }

  private Expression let(Position position) {
    tokens.expect(TokenKind.OPEN_PAREN);
    List<Expression.Binder> binders = new ArrayList<>();
    do {
      tokens.expect(TokenKind.OPEN_PAREN);
      Argument argument = types.argument();
      binders.add(new Expression.Binder(argument, expression()));
      tokens.expect(TokenKind.CLOSE_PAREN);
    } while (!tokens.at(TokenKind.CLOSE_PAREN));
    tokens.expect(TokenKind.CLOSE_PAREN);
    return new Expression.Let(binders, body(), position);
  }

  private List<Expression> operands(Position position) {
    List<Expression> operands = new ArrayList<>();
    while (!tokens.at(TokenKind.CLOSE_PAREN)) {
      if (atBinding()) {
        operands.add(binding(position));
      } else {
        operands.add(expression());
      }
    }
    return operands;
  }

  private boolean atBinding() {
    TokenKind key = tokens.peek(1).kind();
    return tokens.at(TokenKind.OPEN_BRACE)
        && (key == TokenKind.STRING || key == TokenKind.TICK)
        && tokens.peek(2).is(TokenKind.ASSIGN);
  }

  /** A binding takes every operand behind it as its body. */
  private Expression binding(Position position) {
    tokens.enter();
    tokens.expect(TokenKind.OPEN_BRACE);
    List<Expression.FieldBinder> fields = new ArrayList<>();
    do {
      String key = tokens.text();
      tokens.expect(TokenKind.ASSIGN);
      fields.add(new Expression.FieldBinder(key, types.argument()));
    } while (tokens.accept(TokenKind.COMMA));
    tokens.expect(TokenKind.CLOSE_BRACE);
    List<Expression> body = operands(position);
    tokens.leave();
    return new Expression.Binding(fields, body, position);
  }
}
