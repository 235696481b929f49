package dev.cairn.pact.syntax;

import dev.cairn.pact.error.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of modules and interfaces (reference 1.2). */
final class DeclarationParser {
  private static final Set<String> KEYWORDS =
      Set.of("defun", "defconst", "defcap", "defschema", "deftable", "defpact");

  private final TokenStream tokens;
  private final TypeParser types;
  private final ExpressionParser expressions;
  private final Documentation documentation;

  DeclarationParser(TokenStream tokens, TypeParser types, ExpressionParser expressions) {
    this.tokens = tokens;
    this.types = types;
    this.expressions = expressions;
    this.documentation = new Documentation(tokens);
  }

  /** Whether a declaration comes next. */
  boolean isNext() {
    Token word = tokens.peek(1);
    return tokens.at(TokenKind.OPEN_PAREN)
        && word.is(TokenKind.KEYWORD)
        && KEYWORDS.contains(word.text());
  }

  /** A member of a module. */
  Declaration inModule() {
    Position position = tokens.expect(TokenKind.OPEN_PAREN).position();
    String keyword = tokens.next().text();
    Declaration declaration =
        switch (keyword) {
          case "defun" -> function(position, true);
          case "defconst" -> constant(position);
          case "defcap" -> capability(position, true);
          case "defschema" -> schema(position);
          case "deftable" -> table(position);
          default -> pact(position, true);
        };
    tokens.expect(TokenKind.CLOSE_PAREN);
    return declaration;
  }

  /** A member of an interface: functions, capabilities and defpacts have no body. */
  Declaration inInterface() {
    Position position = tokens.expect(TokenKind.OPEN_PAREN).position();
    String keyword = tokens.peek().text();
    if (keyword.equals("deftable")) {
      throw tokens.unexpected("interface member");
    }
    tokens.next();
    Declaration declaration =
        switch (keyword) {
          case "defun" -> function(position, false);
          case "defconst" -> constant(position);
          case "defcap" -> capability(position, false);
          case "defschema" -> schema(position);
          default -> pact(position, false);
        };
    tokens.expect(TokenKind.CLOSE_PAREN);
    return declaration;
  }

  private Declaration function(Position position, boolean withBody) {
    String name = tokens.name();
    TypeName result = types.annotation();
    List<Argument> arguments = arguments();
    documentation.skipWithModel();
    List<Expression> body = withBody ? expressions.body() : List.of();
    return new Declaration.Function(name, result, arguments, body, position);
  }

  private Declaration constant(Position position) {
    String name = tokens.name();
    TypeName type = types.annotation();
    Expression value = expressions.expression();
    documentation.skip();
    return new Declaration.Constant(name, type, value, position);
  }

  private Declaration capability(Position position, boolean withBody) {
    String name = tokens.name();
    TypeName result = types.annotation();
    List<Argument> arguments = arguments();
    documentation.skipWithModel();
    Declaration.Meta meta = meta();
    List<Expression> body = withBody ? expressions.body() : List.of();
    return new Declaration.Capability(name, result, arguments, meta, body, position);
  }

  private Declaration.@Nullable Meta meta() {
    if (tokens.acceptKeyword("@event")) {
      return new Declaration.Meta.Event();
    }
    if (!tokens.acceptKeyword("@managed")) {
      return null;
    }
    return tokens.at(TokenKind.NAME)
        ? new Declaration.Meta.Managed(tokens.name(), tokens.anyName())
        : new Declaration.Meta.AutoManaged();
  }

  private Declaration schema(Position position) {
    String name = tokens.name();
    documentation.skipWithModel();
    return new Declaration.Schema(name, types.arguments(), position);
  }

  private Declaration table(Position position) {
    String name = tokens.name();
    tokens.expect(TokenKind.COLON);
    tokens.expect(TokenKind.OPEN_BRACE);
    Name schema = tokens.anyName();
    tokens.expect(TokenKind.CLOSE_BRACE);
    documentation.skip();
    return new Declaration.Table(name, schema, position);
  }

  private Declaration pact(Position position, boolean withSteps) {
    String name = tokens.name();
    TypeName result = types.annotation();
    List<Argument> arguments = arguments();
    documentation.skipWithModel();
    List<Declaration.Step> steps = withSteps ? steps() : List.of();
    return new Declaration.Pact(name, result, arguments, steps, position);
  }

  private List<Declaration.Step> steps() {
    List<Declaration.Step> steps = new ArrayList<>();
    do {
      steps.add(step());
    } while (!tokens.at(TokenKind.CLOSE_PAREN));
    return steps;
  }

  private Declaration.Step step() {
    Position position = tokens.expect(TokenKind.OPEN_PAREN).position();
    boolean withRollback = tokens.acceptKeyword("step-with-rollback");
    if (!withRollback && !tokens.acceptKeyword("step")) {
      throw tokens.unexpected("step");
    }
    List<Expression> parts = parts();
    documentation.skipModel();
    tokens.expect(TokenKind.CLOSE_PAREN);
    return step(parts, withRollback, position);
  }

  private List<Expression> parts() {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(expressions.expression());
    } while (!tokens.at(TokenKind.CLOSE_PAREN) && !tokens.peek().isKeyword("@model"));
    return parts;
  }

  /** One expression more than needed means that the first is an entity (refused when loaded). */
  private Declaration.Step step(List<Expression> parts, boolean withRollback, Position position) {
    int needed = withRollback ? 2 : 1;
    if (parts.size() < needed || parts.size() > needed + 1) {
      throw tokens.unexpected("step of " + needed + " expressions");
    }
    boolean entity = parts.size() > needed;
    int first = entity ? 1 : 0;
    Expression rollback = withRollback ? parts.get(first + 1) : null;
    return new Declaration.Step(entity, parts.get(first), rollback, position);
  }

  private List<Argument> arguments() {
    tokens.expect(TokenKind.OPEN_PAREN);
    List<Argument> arguments = types.arguments();
    tokens.expect(TokenKind.CLOSE_PAREN);
    return arguments;
  }
}
