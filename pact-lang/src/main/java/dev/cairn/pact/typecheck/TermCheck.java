package dev.cairn.pact.typecheck;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Defconst;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Deftable;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.Modules;
import dev.cairn.pact.term.And;
import dev.cairn.pact.term.Application;
import dev.cairn.pact.term.CreateUserGuard;
import dev.cairn.pact.term.DynamicMember;
import dev.cairn.pact.term.Enforce;
import dev.cairn.pact.term.EnforceOne;
import dev.cairn.pact.term.If;
import dev.cairn.pact.term.Lambda;
import dev.cairn.pact.term.Let;
import dev.cairn.pact.term.ListTerm;
import dev.cairn.pact.term.Literal;
import dev.cairn.pact.term.Member;
import dev.cairn.pact.term.ModuleReference;
import dev.cairn.pact.term.NativeTerm;
import dev.cairn.pact.term.ObjectTerm;
import dev.cairn.pact.term.Or;
import dev.cairn.pact.term.Pure;
import dev.cairn.pact.term.Sequence;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.term.Try;
import dev.cairn.pact.term.Variable;
import dev.cairn.pact.term.WithCapability;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the types of terms and refuses those that contradict what is written. */
final class TermCheck {
  private static final StaticType BOOL = new StaticType.Of(Type.Primitive.BOOL);
  private static final StaticType STRING = new StaticType.Of(Type.Primitive.STRING);

  private final Modules modules;
  private final NativeCheck natives = new NativeCheck(this);

  TermCheck(Modules modules) {
    this.modules = modules;
  }

  /** The type of code whose first variables have the parameters' types. */
  StaticType body(List<Parameter> parameters, Term code) {
    Map<Integer, StaticType> variables = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      variables.put(i, StaticType.of(parameters.get(i).type()));
    }
    return type(code, variables);
  }

  /** Fails unless the type fits where another is wanted. */
  static void require(StaticType found, StaticType wanted, Term where) {
    if (!found.fits(wanted)) {
      throw PactException.fatal("Typecheck failure: expected " + wanted + ", found " + found)
          .at(where.position());
    }
  }

  StaticType type(Term term, Map<Integer, StaticType> variables) {
    if (term instanceof Literal literal) {
      return ValueTypes.of(literal.value());
    }
    if (term instanceof Variable variable) {
      return variables.getOrDefault(variable.slot(), StaticType.Bare.UNKNOWN);
    }
    if (term instanceof Let let) {
      return let(let, variables);
    }
    if (term instanceof ListTerm list) {
      List<StaticType> items = types(list.items(), variables);
      return new StaticType.Items(
          items.isEmpty() ? StaticType.Bare.UNKNOWN : StaticType.union(items));
    }
    if (term instanceof ObjectTerm object) {
      Map<String, StaticType> fields = new HashMap<>();
      object.fields().forEach(each -> fields.put(each.key(), type(each.value(), variables)));
      return new StaticType.Fields(fields);
    }
    if (term instanceof Application application) {
      return application(application, variables);
    }
    if (term instanceof Member member) {
      return member(member.definition());
    }
    if (term instanceof ModuleReference reference) {
      return new StaticType.Of(new Type.ModuleOf(new TreeSet<>(reference.interfaces())));
    }
    if (term instanceof Lambda lambda) {
      apply(lambda, unknown(lambda.parameters().size()), variables);
      return StaticType.Bare.CLOSURE;
    }
    return form(term, variables);
  }

  List<StaticType> types(List<Term> terms, Map<Integer, StaticType> variables) {
    List<StaticType> types = new ArrayList<>(terms.size());
    terms.forEach(each -> types.add(type(each, variables)));
    return types;
  }

  private static List<StaticType> unknown(int count) {
    return java.util.Collections.nCopies(count, StaticType.Bare.UNKNOWN);
  }

  private StaticType let(Let first, Map<Integer, StaticType> variables) {
    Term rest = first;
    while (rest instanceof Let let) {
      StaticType value = type(let.value(), variables);
      StaticType wanted = StaticType.of(let.variable().type());
      require(value, wanted, let);
      variables.put(let.slot(), wanted.equals(StaticType.Bare.UNKNOWN) ? value : wanted);
      rest = let.body();
    }
    return type(rest, variables);
  }

  /** The type of the lambda's result for arguments of these types. */
  StaticType apply(Lambda lambda, List<StaticType> arguments, Map<Integer, StaticType> variables) {
    Map<Integer, StaticType> inside = new HashMap<>(variables);
    inside.keySet().removeIf(slot -> slot >= lambda.captured());
    for (int i = 0; i < lambda.parameters().size(); i++) {
      StaticType written = StaticType.of(lambda.parameters().get(i).type());
      StaticType given = i < arguments.size() ? arguments.get(i) : StaticType.Bare.UNKNOWN;
      require(given, written, lambda);
      inside.put(lambda.captured() + i, written.equals(StaticType.Bare.UNKNOWN) ? given : written);
    }
    return type(lambda.body().term(), inside);
  }

  private StaticType member(Definition definition) {
    if (definition instanceof Defconst constant) {
      return constant.type() == null
          ? ValueTypes.of(constant.value())
          : StaticType.of(constant.type());
    }
    return definition instanceof Deftable table
        ? new StaticType.Of(new Type.TableOf(table.schema()))
        : StaticType.Bare.CLOSURE;
  }

  private StaticType application(Application call, Map<Integer, StaticType> variables) {
    if (call.function() instanceof NativeTerm named) {
      return natives.type(named.entry(), call, variables);
    }
    List<StaticType> arguments = types(call.operands(), variables);
    if (call.function() instanceof Member member
        && member.definition() instanceof Definition.Callable callable) {
      return result(callable, arguments, call);
    }
    if (call.function() instanceof DynamicMember dynamic) {
      return dynamic(dynamic, arguments, call, variables);
    }
    if (call.function() instanceof Lambda lambda) {
      boolean waits = arguments.size() < lambda.parameters().size();
      StaticType result = apply(lambda, arguments, variables);
      return waits ? StaticType.Bare.CLOSURE : result;
    }
    type(call.function(), variables);
    return StaticType.Bare.UNKNOWN;
  }

  /** Checks the arguments; a capability gives a token, which no type speaks of. */
  StaticType result(Definition.Callable callable, List<StaticType> arguments, Term call) {
    for (int i = 0; i < Math.min(arguments.size(), callable.arity()); i++) {
      require(arguments.get(i), StaticType.of(callable.parameters().get(i).type()), call);
    }
    if (arguments.size() < callable.arity()) {
      return StaticType.Bare.CLOSURE;
    }
    return callable instanceof Defcap ? StaticType.Bare.UNKNOWN : StaticType.of(callable.result());
  }

  private StaticType dynamic(
      DynamicMember dynamic,
      List<StaticType> arguments,
      Application call,
      Map<Integer, StaticType> variables) {
    if (type(dynamic.reference(), variables) instanceof StaticType.Of of
        && of.type() instanceof Type.ModuleOf module) {
      for (ModuleName name : module.interfaces()) {
        Module contract = modules.find(name);
        Definition found = contract == null ? null : contract.find(dynamic.member());
        if (found instanceof Definition.Callable callable) {
          return result(callable, arguments, call);
        }
      }
    }
    return StaticType.Bare.UNKNOWN;
  }

  private StaticType form(Term term, Map<Integer, StaticType> variables) {
    if (term instanceof Sequence sequence) {
      List<StaticType> all = types(sequence.terms(), variables);
      return all.get(all.size() - 1);
    }
    if (term instanceof If choice) {
      return choice(choice, variables);
    }
    if (term instanceof And and) {
      return bool(variables, and.left(), and.right());
    }
    if (term instanceof Or or) {
      return bool(variables, or.left(), or.right());
    }
    if (term instanceof Enforce enforce) {
      require(type(enforce.message(), variables), STRING, enforce);
      return bool(variables, enforce.condition());
    }
    if (term instanceof EnforceOne enforce) {
      require(type(enforce.message(), variables), STRING, enforce);
      return bool(variables, enforce.tests().toArray(new Term[0]));
    }
    if (term instanceof WithCapability with) {
      type(with.token(), variables);
      return type(with.code(), variables);
    }
    if (term instanceof Try attempt) {
      StaticType fallback = type(attempt.fallback(), variables);
      return StaticType.union(List.of(fallback, type(attempt.code(), variables)));
    }
    if (term instanceof CreateUserGuard guard) {
      type(guard.call(), variables);
      return new StaticType.Of(Type.Primitive.GUARD);
    }
    return term instanceof Pure pure ? type(pure.code(), variables) : StaticType.Bare.UNKNOWN;
  }

  /** A long cond is a deep chain of these: walked, not recursed into. */
  private StaticType choice(If first, Map<Integer, StaticType> variables) {
    List<StaticType> results = new ArrayList<>();
    Term rest = first;
    while (rest instanceof If choice) {
      bool(variables, choice.condition());
      results.add(type(choice.then(), variables));
      rest = choice.otherwise();
    }
    results.add(type(rest, variables));
    return StaticType.union(results);
  }

  private StaticType bool(Map<Integer, StaticType> variables, Term... terms) {
    for (Term each : terms) {
      require(type(each, variables), BOOL, each);
    }
    return BOOL;
  }
}
