package dev.cairn.pact.typecheck;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.term.Application;
import dev.cairn.pact.term.Lambda;
import dev.cairn.pact.term.ListTerm;
import dev.cairn.pact.term.Literal;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.PString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of natives: their usual types, and those whose result depends on their arguments. */
final class NativeCheck {
  private static final StaticType INTEGER = new StaticType.Of(Type.Primitive.INTEGER);
  private static final StaticType DECIMAL = new StaticType.Of(Type.Primitive.DECIMAL);
  private static final StaticType STRING = new StaticType.Of(Type.Primitive.STRING);
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "^");
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");
  private static final Set<String> WRITES = Set.of("insert", "write", "update");

  private final TermCheck terms;

  NativeCheck(TermCheck terms) {
    this.terms = terms;
  }

  StaticType type(Native called, Application call, Map<Integer, StaticType> variables) {
    List<StaticType> arguments = terms.types(call.operands(), variables);
    if (arguments.size() < called.arity()) {
      return StaticType.Bare.CLOSURE;
    }
    List<StaticType> usual = NativeTypes.of(called.name());
    for (int i = 0; i < Math.min(arguments.size(), usual.size() - 1); i++) {
      TermCheck.require(arguments.get(i), usual.get(i), call);
    }
    if (COMPARISONS.contains(called.name())) {
      TermCheck.require(arguments.get(0), arguments.get(1), call);
    }
    StaticType own = dependent(called.name(), call, arguments, variables);
    return own != null || usual.isEmpty()
        ? (own == null ? StaticType.Bare.UNKNOWN : own)
        : usual.get(usual.size() - 1);
  }

  private @Nullable StaticType dependent(
      String name,
      Application call,
      List<StaticType> arguments,
      Map<Integer, StaticType> variables) {
    if (ARITHMETIC.contains(name) && arguments.size() == 2) {
      return arithmetic(name, call, arguments.get(0), arguments.get(1));
    }
    if (WRITES.contains(name)) {
      return written(name, call, arguments);
    }
    return switch (name) {
      case "at" -> element(call, arguments);
      case "read" -> row(call, arguments.get(0));
      case "with-read", "with-default-read" -> applied(call, rowType(arguments.get(0)), variables);
      case "bind" -> applied(call, arguments.get(0), variables);
      case "identity" -> arguments.get(0);
      case "take", "drop", "reverse", "sort", "filter", "distinct" ->
          kept(arguments.get(arguments.size() - 1));
      case "map" -> mapped(call, arguments.get(1), variables);
      default -> null;
    };
  }

  /** Two numbers give a decimal if one is a decimal; {@code +} joins texts, lists and objects. */
  private static StaticType arithmetic(
      String name, Application call, StaticType left, StaticType right) {
    if (left.equals(INTEGER) && right.equals(INTEGER)) {
      return INTEGER;
    }
    if (isNumber(left) && isNumber(right)) {
      return DECIMAL;
    }
    boolean joins = name.equals("+") && !isNumber(left) && !isNumber(right);
    boolean known = left instanceof StaticType.Of && right instanceof StaticType.Of;
    boolean sameKind = left.equals(right) && left.equals(STRING);
    boolean objects = left.knownFields() != null && right.knownFields() != null;
    if (known && !(joins && (sameKind || objects))) {
      throw PactException.fatal(
              "Typecheck failure: " + name + " takes no " + left + " and " + right)
          .at(call.position());
    }
    return joins && sameKind ? STRING : StaticType.Bare.UNKNOWN;
  }

  private static boolean isNumber(StaticType type) {
    return type.equals(INTEGER) || type.equals(DECIMAL);
  }

  /** A part of a list is such a list; of a text, a text. */
  private static StaticType kept(StaticType whole) {
    return whole instanceof StaticType.Items || whole.equals(STRING)
        ? whole
        : StaticType.Bare.UNKNOWN;
  }

  private StaticType element(Application call, List<StaticType> arguments) {
    StaticType whole = arguments.get(1);
    if (whole instanceof StaticType.Items list) {
      return list.item();
    }
    Map<String, StaticType> fields = whole.knownFields();
    String key = text(call.operands().get(0));
    if (fields == null || key == null) {
      return StaticType.Bare.UNKNOWN;
    }
    return field(fields, key, call);
  }

  private static StaticType field(Map<String, StaticType> fields, String key, Term where) {
    StaticType found = fields.get(key);
    if (found == null) {
      throw PactException.fatal("Typecheck failure: there is no field " + key).at(where.position());
    }
    return found;
  }

  private static @Nullable String text(Term term) {
    return term instanceof Literal literal && literal.value() instanceof PString string
        ? string.value()
        : null;
  }

  private static @Nullable Schema schema(StaticType table) {
    return table instanceof StaticType.Of of && of.type() instanceof Type.TableOf rows
        ? rows.schema()
        : null;
  }

  private static StaticType rowType(StaticType table) {
    Schema schema = schema(table);
    return schema == null ? StaticType.Bare.UNKNOWN : StaticType.of(schema);
  }

  /** A whole row, or the fields that are named. */
  private StaticType row(Application call, StaticType table) {
    StaticType row = rowType(table);
    Map<String, StaticType> fields = row.knownFields();
    if (fields == null
        || call.operands().size() < 3
        || !(call.operands().get(2) instanceof ListTerm names)
        || names.items().isEmpty()) {
      return row;
    }
    Map<String, StaticType> named = new HashMap<>();
    for (Term name : names.items()) {
      String key = text(name);
      if (key == null) {
        return StaticType.Bare.UNKNOWN;
      }
      named.put(key, field(fields, key, call));
    }
    return new StaticType.Fields(named);
  }

  /** An update may leave fields out, the others may not. */
  private StaticType written(String name, Application call, List<StaticType> arguments) {
    Schema schema = schema(arguments.get(0));
    Map<String, StaticType> given = arguments.get(2).knownFields();
    if (schema == null || given == null) {
      return STRING;
    }
    Map<String, StaticType> wanted = StaticType.of(schema).knownFields();
    if (wanted == null) {
      throw new IllegalStateException("A schema has known fields.");
    }
    given.forEach((key, type) -> TermCheck.require(type, field(wanted, key, call), call));
    if (!name.equals("update")) {
      TermCheck.require(arguments.get(2), StaticType.of(schema), call);
    }
    return STRING;
  }

  /** The result of the function that is the last operand, for an argument of that type. */
  private StaticType applied(
      Application call, StaticType argument, Map<Integer, StaticType> variables) {
    Term last = call.operands().get(call.operands().size() - 1);
    return last instanceof Lambda lambda
        ? terms.apply(lambda, List.of(argument), variables)
        : StaticType.Bare.UNKNOWN;
  }

  private StaticType mapped(Application call, StaticType list, Map<Integer, StaticType> variables) {
    if (!(list instanceof StaticType.Items items)
        || !(call.operands().get(0) instanceof Lambda lambda)) {
      return new StaticType.Of(Type.Open.LIST);
    }
    return new StaticType.Items(terms.apply(lambda, List.of(items.item()), variables));
  }
}
