package dev.cairn.pact.syntax;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.PactValue;
import java.util.List;

/** An expression as written. */
public sealed interface Expression {

  Position position();

  record Variable(Name name, Position position) implements Expression {}

  record Literal(PactValue value, Position position) implements Expression {}

  record ListOf(List<Expression> items, Position position) implements Expression {}

  record ObjectOf(List<Field> fields, Position position) implements Expression {}

  record Lambda(List<Argument> arguments, List<Expression> body, Position position)
      implements Expression {}

  record Let(List<Binder> binders, List<Expression> body, Position position)
      implements Expression {}

  /** {@code (f a b)}; a {@link Binding} can only be the last operand. */
  record Application(Expression function, List<Expression> operands, Position position)
      implements Expression {}

  /** {@code {'k := v} body…}, the last operand of an application. */
  record Binding(List<FieldBinder> fields, List<Expression> body, Position position)
      implements Expression {}

  record Field(String key, Expression value) {}

  record Binder(Argument argument, Expression value) {}

  record FieldBinder(String key, Argument argument) {}
}
