package dev.cairn.pact.modulehash;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.StoredForm;
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
import dev.cairn.pact.term.ObjectTerm;
import dev.cairn.pact.term.Or;
import dev.cairn.pact.term.Pure;
import dev.cairn.pact.term.Sequence;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.term.Try;
import dev.cairn.pact.term.Variable;
import dev.cairn.pact.term.WithCapability;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.ModuleName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the estimated bytes of resolved code, by the same rules as {@link ValueSize}: one byte
 * for a record, two for a choice between forms, five for a sequence.
 */
final class TermSize {
  static final long RECORD = 1;
  static final long CHOICE = 2;
  static final long SEQUENCE = 5;
  private static final long LENGTH = 4;
  private static final long INDEX = 9;
  private static final long PRIMITIVE = 1;

  private final StoredForm form;
  private long bytes;
  private long positions;
  private long encodedPlaces;
  // Terms that are still to be measured; order makes no difference to a sum.
  private final Deque<Term> rest = new ArrayDeque<>();

  TermSize(StoredForm form) {
    this.form = form;
  }

  /** The bytes if each source position takes so many. */
  long bytes(long perPosition) {
    return bytes + perPosition * positions;
  }

  /**
   * Bytes of all places in the code in the stored form, beyond the one that a missing one takes.
   */
  long encodedPlaces() {
    return encodedPlaces - positions;
  }

  void add(long more) {
    bytes += more;
  }

  /** Counts a source position, whose size depends on what the estimate is for. */
  void position(Position place) {
    positions++;
    encodedPlaces += form.encoded(place);
  }

  void text(String text) {
    add(ValueSize.of(text));
  }

  void hash(byte[] hash) {
    add(LENGTH + hash.length);
  }

  <T> void maybe(@Nullable T value, Consumer<T> present) {
    add(CHOICE);
    if (value != null) {
      present.accept(value);
    }
  }

  <T> void list(Collection<? extends T> items, Consumer<T> each) {
    add(SEQUENCE);
    items.forEach(each);
  }

  void parameter(Parameter parameter) {
    add(RECORD);
    text(parameter.name());
    maybe(parameter.type(), this::type);
    position(parameter.position());
  }

  private void type(Type type) {
    add(CHOICE);
    if (type instanceof Type.Primitive) {
      add(PRIMITIVE);
    } else if (type instanceof Type.ListOf list) {
      type(list.item());
    } else if (type instanceof Type.ModuleOf module) {
      list(module.interfaces(), (ModuleName name) -> add(ValueSize.of(name)));
    } else if (type instanceof Type.ObjectOf object) {
      schema(object.schema());
    } else if (type instanceof Type.TableOf table) {
      schema(table.schema());
    }
  }

  void schema(Schema schema) {
    add(RECORD + ValueSize.of(schema.name()));
    fields(schema);
  }

  void fields(Schema schema) {
    add(SEQUENCE);
    schema
        .fields()
        .forEach(
            (field, type) -> {
              add(RECORD);
              text(field);
              type(type);
            });
  }

  /** A function, as a term of its own around its body. */
  void function(List<Parameter> parameters, Term body) {
    add(CHOICE);
    if (!parameters.isEmpty()) {
      list(parameters, this::parameter);
    }
    position(body.position());
    term(body);
  }

  void term(Term term) {
    later(term);
    while (!rest.isEmpty()) {
      one(rest.pop());
    }
  }

  private void later(Term... terms) {
    for (Term term : terms) {
      rest.push(term);
    }
  }

  private void later(List<Term> terms) {
    terms.forEach(rest::push);
  }

  private void one(Term term) {
    if (term instanceof Sequence sequence) {
      pairs(sequence);
      return;
    }
    add(CHOICE);
    position(term.position());
    if (term instanceof Application application) {
      add(SEQUENCE);
      later(application.function());
      later(application.operands());
    } else if (term instanceof Lambda lambda) {
      if (!lambda.parameters().isEmpty()) {
        list(lambda.parameters(), this::parameter);
      }
      later(lambda.body().term());
    } else if (term instanceof Let let) {
      parameter(let.variable());
      later(let.value(), let.body());
    } else if (term instanceof Literal literal) {
      add(ValueSize.of(literal.value()) - CHOICE);
    } else if (term instanceof ListTerm list) {
      add(SEQUENCE);
      later(list.items());
    } else if (term instanceof ObjectTerm object) {
      list(object.fields(), this::field);
    } else if (!name(term) && !form(term)) {
      add(form.nativeName());
    }
  }

  /** A sequence of n terms is n - 1 pairs. */
  private void pairs(Sequence sequence) {
    for (int i = 1; i < sequence.terms().size(); i++) {
      add(CHOICE);
      position(sequence.position());
    }
    later(sequence.terms());
  }

  private void field(ObjectTerm.Field field) {
    add(RECORD);
    text(field.key());
    later(field.value());
  }

  private boolean name(Term term) {
    if (term instanceof Variable variable) {
      named(variable.name(), INDEX);
    } else if (term instanceof Member member) {
      member(member.definition());
    } else if (term instanceof ModuleReference reference) {
      ModuleName module = reference.value().name();
      named(module.name(), ValueSize.of(module));
      list(reference.value().interfaces(), (ModuleName each) -> add(ValueSize.of(each)));
    } else if (term instanceof DynamicMember dynamic) {
      named(dynamic.reference().name(), RECORD + ValueSize.of(dynamic.member()) + INDEX);
    } else {
      return false;
    }
    return true;
  }

  private void named(String name, long meaning) {
    add(RECORD + ValueSize.of(name) + CHOICE + meaning);
  }

  private void member(Definition definition) {
    named(definition.name(), ValueSize.of(definition.module().name()));
    hash(definition.module().hash().bytes());
  }

  private boolean form(Term term) {
    if (term instanceof And and) {
      later(and.left(), and.right());
    } else if (term instanceof Or or) {
      later(or.left(), or.right());
    } else if (term instanceof If choice) {
      later(choice.condition(), choice.then(), choice.otherwise());
    } else if (term instanceof EnforceOne enforce) {
      add(CHOICE + SEQUENCE);
      position(enforce.position());
      later(enforce.message());
      later(enforce.tests());
    } else if (term instanceof Enforce enforce) {
      later(enforce.condition(), enforce.message());
    } else if (term instanceof WithCapability with) {
      later(with.token(), with.code());
    } else if (term instanceof Try attempt) {
      later(attempt.fallback(), attempt.code());
    } else if (term instanceof CreateUserGuard create) {
      later(create.call());
    } else if (term instanceof Failure failure) {
      later(failure.message());
    } else if (term instanceof Pure pure) {
      later(pure.code());
    } else {
      return false;
    }
    add(CHOICE);
    return true;
  }
}
