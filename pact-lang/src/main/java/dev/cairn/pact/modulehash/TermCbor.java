package dev.cairn.pact.modulehash;

import dev.cairn.pact.encoding.CborWriter;
import dev.cairn.pact.encoding.ValueCbor;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.term.And;
import dev.cairn.pact.term.Application;
import dev.cairn.pact.term.CreateUserGuard;
import dev.cairn.pact.term.DynamicMember;
import dev.cairn.pact.term.Enforce;
import dev.cairn.pact.term.EnforceOne;
import dev.cairn.pact.term.Failure;
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
import java.util.List;

/** Writes resolved terms for the module hash; each ends in a null where its position was. */
final class TermCbor {
  private final CborWriter out;
  private final ValueCbor values;
  private final TypeCbor types;

  TermCbor(CborWriter out) {
    this.out = out;
    this.values = new ValueCbor(out);
    this.types = new TypeCbor(out);
  }

  /** A function: without parameters it is code that waits. */
  void function(List<Parameter> parameters, Term body) {
    if (parameters.isEmpty()) {
      out.array(3).integer(5);
    } else {
      out.array(4).integer(1).list(parameters, types::parameter);
    }
    term(body);
    out.nothing();
  }

  /** Long lets, sequences and conds are deep chains, so these are walked, not recursed into. */
  void term(Term term) {
    Term rest = term;
    int open = 0;
    while (true) {
      if (rest instanceof Let let) {
        out.array(5).integer(2);
        types.parameter(let.variable());
        term(let.value());
        rest = let.body();
        open++;
      } else if (rest instanceof If choice) {
        form(2, choice.condition(), choice.then());
        rest = choice.otherwise();
        open++;
      } else if (rest instanceof Sequence sequence) {
        open += firstTerms(sequence);
        rest = sequence.terms().get(sequence.terms().size() - 1);
      } else {
        other(rest);
        break;
      }
    }
    for (; open > 0; open--) {
      out.nothing();
    }
  }

  /** All terms but the last, each opening a pair that has to be closed; returns how many. */
  private int firstTerms(Sequence sequence) {
    int first = sequence.terms().size() - 1;
    for (Term each : sequence.terms().subList(0, first)) {
      out.array(4).integer(4);
      term(each);
    }
    return first;
  }

  private void other(Term term) {
    if (term instanceof Application application) {
      application(application.function(), application.operands());
    } else if (term instanceof Lambda lambda) {
      function(lambda.parameters(), lambda.body().term());
    } else if (term instanceof NativeTerm named) {
      out.array(3).integer(7);
      // Modules that use natives of the REPL exist in tests only; their hash has no other model.
      NativeNumbers.of(named.entry())
          .ifPresentOrElse(out::integer, () -> out.text(named.entry().overload()));
      out.nothing();
    } else if (term instanceof Literal literal) {
      out.array(3).integer(8);
      values.literal(literal.value());
      out.nothing();
    } else if (term instanceof ListTerm list) {
      list(list.items());
    } else if (term instanceof ObjectTerm object) {
      out.array(3).integer(10).list(object.fields(), this::field);
      out.nothing();
    } else if (!name(term) && !form(term)) {
      throw new IllegalArgumentException("A term of unknown kind: " + term.getClass());
    }
  }

  private void application(Term function, List<Term> operands) {
    out.array(4).integer(3);
    term(function);
    out.list(operands, this::term);
    out.nothing();
  }

  private void list(List<Term> items) {
    out.array(3).integer(9).list(items, this::term);
    out.nothing();
  }

  private void field(ObjectTerm.Field field) {
    out.array(2).text(field.key());
    term(field.value());
  }

  private boolean name(Term term) {
    if (term instanceof Variable variable) {
      opened(variable.name()).array(2).integer(0).integer(variable.index());
    } else if (term instanceof Member member) {
      member(member.definition());
      return true;
    } else if (term instanceof ModuleReference reference) {
      opened(reference.written()).array(3).integer(2);
      values.moduleName(reference.value().name());
      out.list(reference.interfaces(), values::moduleName);
    } else if (term instanceof DynamicMember dynamic) {
      opened(dynamic.reference().name()).array(2).integer(3).array(2).text(dynamic.member());
      out.integer(dynamic.reference().index());
    } else {
      return false;
    }
    out.nothing();
    return true;
  }

  private void member(Definition definition) {
    opened(definition.name()).array(3).integer(1);
    values.moduleName(definition.module().name());
    out.bytes(definition.module().hash().bytes()).nothing();
  }

  private CborWriter opened(String name) {
    return out.array(3).integer(0).array(2).text(name);
  }

  private boolean form(Term term) {
    if (term instanceof And and) {
      form(0, and.left(), and.right());
    } else if (term instanceof Or or) {
      form(1, or.left(), or.right());
    } else if (term instanceof EnforceOne enforce) {
      openForm(3, 2);
      term(enforce.message());
      list(enforce.tests());
    } else if (term instanceof Enforce enforce) {
      form(4, enforce.condition(), enforce.message());
    } else if (term instanceof WithCapability with) {
      form(5, with.token(), with.code());
    } else if (term instanceof Try attempt) {
      form(6, attempt.fallback(), attempt.code());
    } else if (term instanceof CreateUserGuard create) {
      form(7, create.call());
    } else if (term instanceof Failure failure) {
      form(8, failure.message());
    } else if (term instanceof Pure pure) {
      form(9, pure.code());
    } else {
      return false;
    }
    out.nothing();
    return true;
  }

  private void form(int number, Term... parts) {
    // The third part of an if follows by itself.
    openForm(number, number == 2 ? 3 : parts.length);
    for (Term part : parts) {
      term(part);
    }
  }

  private void openForm(int number, int parts) {
    out.array(3).integer(6).array(parts + 1).integer(number);
  }
}
