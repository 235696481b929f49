package dev.cairn.pact.modulehash;

import dev.cairn.pact.term.And;
import dev.cairn.pact.term.Application;
import dev.cairn.pact.term.CreateUserGuard;
import dev.cairn.pact.term.Enforce;
import dev.cairn.pact.term.EnforceOne;
import dev.cairn.pact.term.Failure;
import dev.cairn.pact.term.If;
import dev.cairn.pact.term.Lambda;
import dev.cairn.pact.term.Let;
import dev.cairn.pact.term.ListTerm;
import dev.cairn.pact.term.ObjectTerm;
import dev.cairn.pact.term.Or;
import dev.cairn.pact.term.Pure;
import dev.cairn.pact.term.Sequence;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.term.Try;
import dev.cairn.pact.term.WithCapability;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The terms that a term consists of, from left to right. */
final class TermParts {
  private TermParts() {}

  /** Visits the term and all in it, each before its parts; long code is deep, so no recursion. */
  static void visitAll(Term code, Consumer<Term> visitor) {
    Deque<Term> rest = new ArrayDeque<>();
    rest.push(code);
    while (!rest.isEmpty()) {
      Term next = rest.pop();
      visitor.accept(next);
      List<Term> parts = of(next);
      for (int i = parts.size() - 1; i >= 0; i--) {
        rest.push(parts.get(i));
      }
    }
  }

  private static List<Term> of(Term term) {
    if (term instanceof Application application) {
      return joined(application.function(), application.operands());
    }
    if (term instanceof Lambda lambda) {
      return List.of(lambda.body().term());
    }
    if (term instanceof Let let) {
      return List.of(let.value(), let.body());
    }
    if (term instanceof Sequence sequence) {
      return sequence.terms();
    }
    if (term instanceof ListTerm list) {
      return list.items();
    }
    if (term instanceof ObjectTerm object) {
      return object.fields().stream().map(ObjectTerm.Field::value).toList();
    }
    return ofForm(term);
  }

  private static List<Term> ofForm(Term term) {
    if (term instanceof And and) {
      return List.of(and.left(), and.right());
    }
    if (term instanceof Or or) {
      return List.of(or.left(), or.right());
    }
    if (term instanceof If choice) {
      return List.of(choice.condition(), choice.then(), choice.otherwise());
    }
    if (term instanceof EnforceOne enforce) {
      return joined(enforce.message(), enforce.tests());
    }
    if (term instanceof Enforce enforce) {
      return List.of(enforce.condition(), enforce.message());
    }
    if (term instanceof WithCapability with) {
      return List.of(with.token(), with.code());
    }
    if (term instanceof Try attempt) {
      return List.of(attempt.fallback(), attempt.code());
    }
    if (term instanceof CreateUserGuard create) {
      return List.of(create.call());
    }
    if (term instanceof Failure failure) {
      return List.of(failure.message());
    }
    return term instanceof Pure pure ? List.of(pure.code()) : List.of();
  }

  private static List<Term> joined(Term first, List<Term> rest) {
    List<Term> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
