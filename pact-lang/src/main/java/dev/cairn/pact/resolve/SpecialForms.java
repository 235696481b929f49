package dev.cairn.pact.resolve;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.syntax.Argument;
import dev.cairn.pact.syntax.Expression;
import dev.cairn.pact.syntax.Name;
import dev.cairn.pact.term.And;
import dev.cairn.pact.term.Application;
import dev.cairn.pact.term.CreateUserGuard;
import dev.cairn.pact.term.Enforce;
import dev.cairn.pact.term.EnforceOne;
import dev.cairn.pact.term.Failure;
import dev.cairn.pact.term.If;
import dev.cairn.pact.term.Lambda;
import dev.cairn.pact.term.ListTerm;
import dev.cairn.pact.term.Literal;
import dev.cairn.pact.term.NativeTerm;
import dev.cairn.pact.term.Or;
import dev.cairn.pact.term.Pure;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.term.Try;
import dev.cairn.pact.term.WithCapability;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.PInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applications, of which some are forms with rules of their own (reference 1.3). */
final class SpecialForms {
  /** Argument of the function that {@code map} is given in place of an application. */
  private static final String ELEMENT = ":ijHO1";

  private static final long ASCII = 0;
  private static final long LATIN1 = 1;

  private final ExpressionResolver expressions;

  SpecialForms(ExpressionResolver expressions) {
    this.expressions = expressions;
  }

  /** Makes a term of two. */
  @FunctionalInterface
  private interface Pair {
    Term of(Term left, Term right, Position position);
  }

  /** Names that stand for a fixed term. */
  @Nullable Term constant(String name, Position position) {
    return switch (name) {
      case "CHARSET_ASCII" -> new Literal(PInteger.of(ASCII), position);
      case "CHARSET_LATIN1" -> new Literal(PInteger.of(LATIN1), position);
      case "constantly" -> constantly(position);
      default -> null;
    };
  }

  private Term constantly(Position position) {
    Parameter first = new Parameter("#constantlyA1", null, position);
    Parameter second = new Parameter("#constantlyA2", null, position);
    return expressions.lambdaOf(
        List.of(first, second), () -> expressions.variable(first.name(), position), position);
  }

  Term application(Expression.Application form) {
    if (form.function() instanceof Expression.Variable head
        && head.name() instanceof Name.Bare name) {
      return headed(name.name(), form);
    }
    return plain(form);
  }

  private Term headed(String head, Expression.Application form) {
    List<Expression> operands = form.operands();
    Position position = form.position();
    return switch (head) {
      case "and" -> pair(And::new, operands, position);
      case "or" -> pair(Or::new, operands, position);
      case "enforce" -> pair(Enforce::new, operands, position);
      case "if" -> choice(operands, position);
      case "cond" -> cond(operands, position);
      case "do" -> sequence(operands, position);
      case "with-capability" -> withCapability(operands, position);
      case "suspend" -> suspended(one(head, operands, position));
      case "enforce-one" -> enforceOne(operands, position);
      case "try" -> attempt(operands, position);
      case "error" -> new Failure(resolve(one(head, operands, position)), position);
      case "pure" -> new Pure(resolve(one(head, operands, position)), position);
      case "create-user-guard" -> userGuard(operands, position);
      case "map" -> map(form);
      default -> plain(form);
    };
  }

  private Term resolve(Expression expression) {
    return expressions.resolve(expression);
  }

  private static Expression one(String head, List<Expression> operands, Position position) {
    if (operands.size() != 1) {
      throw NameErrors.syntax(head + " must take only 1 argument", position);
    }
    return operands.get(0);
  }

  /** With another number of operands the form stands for a function of two. */
  private Term pair(Pair form, List<Expression> operands, Position position) {
    if (operands.size() == 2) {
      return form.of(resolve(operands.get(0)), resolve(operands.get(1)), position);
    }
    Parameter left = new Parameter("#condArg1", Type.Primitive.BOOL, position);
    Parameter right = new Parameter("#condArg2", Type.Primitive.BOOL, position);
    Term function =
        expressions.lambdaOf(
            List.of(left, right),
            () ->
                form.of(
                    expressions.variable(left.name(), position),
                    expressions.variable(right.name(), position),
                    position),
            position);
    return new Application(function, expressions.all(operands), position);
  }

  private Term choice(List<Expression> operands, Position position) {
    if (operands.size() != 3) {
      throw NameErrors.syntax("if must take three arguments", position);
    }
    List<Term> terms = expressions.all(operands);
    return new If(terms.get(0), terms.get(1), terms.get(2), position);
  }

  /** Nested ifs; a clause is an application of its condition to its result. */
  private Term cond(List<Expression> operands, Position position) {
    if (operands.isEmpty()) {
      throw NameErrors.syntax("cond: expected list of conditions with a default case", position);
    }
    Term body = expressions.lambdaOf(List.of(), () -> clauses(operands), position);
    return new Application(
        new NativeTerm(expressions.coreNative("cond"), position), List.of(body), position);
  }

  private Term clauses(List<Expression> operands) {
    int last = operands.size() - 1;
    Term rest = resolve(operands.get(last));
    for (int i = last - 1; i >= 0; i--) {
      if (!(operands.get(i) instanceof Expression.Application clause)
          || clause.operands().size() != 1) {
        throw NameErrors.syntax(
            "cond: expected application of conditions", operands.get(i).position());
      }
      Term condition = resolve(clause.function());
      rest = new If(condition, resolve(clause.operands().get(0)), rest, clause.position());
    }
    return rest;
  }

  private Term sequence(List<Expression> operands, Position position) {
    if (operands.isEmpty()) {
      throw NameErrors.syntax("do form must have at least 1 expression", position);
    }
    return expressions.sequence(operands, position);
  }

  private Term withCapability(List<Expression> operands, Position position) {
    if (operands.size() < 2) {
      throw NameErrors.syntax("with-capability must take at least 2 expressions", position);
    }
    if (expressions.inCapability()) {
      throw NameErrors.insideCapability("with-capability", position);
    }
    Term token = resolve(operands.get(0));
    Term code = expressions.sequence(operands.subList(1, operands.size()), position);
    return new WithCapability(token, code, position);
  }

  private Term suspended(Expression expression) {
    return expressions.lambdaOf(List.of(), () -> resolve(expression), expression.position());
  }

  private Term enforceOne(List<Expression> operands, Position position) {
    if (operands.size() != 2) {
      throw NameErrors.syntax("enforce-one must take two arguments", position);
    }
    Term message = resolve(operands.get(0));
    if (expressions.unobserved(operands.get(1)) instanceof ListTerm tests) {
      return new EnforceOne(message, tests.items(), position);
    }
    throw NameErrors.syntax("enforce-one: expected a list of conditions", position);
  }

  private Term attempt(List<Expression> operands, Position position) {
    if (operands.size() != 2) {
      throw NameErrors.syntax("try must take two arguments", position);
    }
    return new Try(resolve(operands.get(0)), resolve(operands.get(1)), position);
  }

  private Term userGuard(List<Expression> operands, Position position) {
    if (operands.size() != 1 || !(operands.get(0) instanceof Expression.Application call)) {
      throw NameErrors.syntax(
          "create-user-guard must take one argument, which must be an application", position);
    }
    return new CreateUserGuard(expressions.unobserved(call), position);
  }

  /** An application in first place is taken as a function of the element. */
  private Term map(Expression.Application form) {
    List<Expression> operands = form.operands();
    if (operands.isEmpty() || !(operands.get(0) instanceof Expression.Application call)) {
      return plain(form);
    }
    Position position = call.position();
    List<Expression> extended = new ArrayList<>(call.operands());
    extended.add(new Expression.Variable(new Name.Bare(ELEMENT), position));
    Expression body = new Expression.Application(call.function(), extended, position);
    Expression function =
        new Expression.Lambda(
            List.of(new Argument(ELEMENT, null, position)), List.of(body), position);
    List<Expression> all = new ArrayList<>(operands);
    all.set(0, function);
    return plain(new Expression.Application(form.function(), all, form.position()));
  }

  private Term plain(Expression.Application form) {
    Term function = expressions.unobserved(form.function());
    if (function instanceof NativeTerm named) {
      return nativeCall(named, form);
    }
    return new Application(function, expressions.all(form.operands()), form.position());
  }

  /** Overloads are chosen by the number of operands. */
  private Term nativeCall(NativeTerm named, Expression.Application form) {
    List<Expression> operands = form.operands();
    Native found = expressions.names().natives().find(named.entry().name(), operands.size());
    Native entry = found == null ? named.entry() : found;
    List<Term> arguments = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      boolean strict = i < entry.strictArguments() || operands.size() != entry.arity();
      arguments.add(strict ? resolve(operands.get(i)) : thunk(operands.get(i)));
    }
    return new Application(new NativeTerm(entry, named.position()), arguments, form.position());
  }

  private Term thunk(Expression expression) {
    Term suspended = suspended(expression);
    return suspended instanceof Lambda outer
            && outer.body().term() instanceof Lambda inner
            && inner.parameters().isEmpty()
        ? inner
        : suspended;
  }
}
