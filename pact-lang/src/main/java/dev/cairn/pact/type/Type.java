package dev.cairn.pact.type;

import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTime;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** A type whose names are resolved. */
public sealed interface Type {

  /** What looking at one element of a list or one field of an object costs. */
  long MILLIGAS_PER_PART = 25;

  /** A set of interfaces up to this size is looked through for nothing. */
  int FREE_INTERFACES = 10;

  /**
   * Whether the value has this type. Values are bounded in depth, so this is too.
   *
   * @param gas takes the milligas of looking into the value, and fails when the limit is passed
   */
  boolean accepts(PactValue value, LongConsumer gas);

  /** The name of its kind, as errors on chain show it. */
  String kindName();

  /** Fields of the schemas in it. */
  default int size() {
    return 0;
  }

  /** Levels of schemas in it. */
  default int depth() {
    return 0;
  }

  /** Types without parts. Declared in the order of their numbers in the module hash. */
  enum Primitive implements Type {
    INTEGER(PInteger.class),
    DECIMAL(PDecimal.class),
    BOOL(PBool.class),
    STRING(PString.class),
    GUARD(Guard.class),
    TIME(PTime.class),
    UNIT(PUnit.class);

    private final Class<? extends PactValue> values;

    Primitive(Class<? extends PactValue> values) {
      this.values = values;
    }

    @Override
    public boolean accepts(PactValue value, LongConsumer gas) {
      return values.isInstance(value);
    }

    @Override
    public String kindName() {
      return toString();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Types that say nothing about what is inside. */
  enum Open implements Type {
    VALUE("*"),
    LIST("list"),
    OBJECT("object");

    private final String text;

    Open(String text) {
      this.text = text;
    }

    @Override
    public boolean accepts(PactValue value, LongConsumer gas) {
      return switch (this) {
        case VALUE -> true;
        case LIST -> value instanceof PList;
        case OBJECT -> value instanceof PObject;
      };
    }

    @Override
    public String kindName() {
      return this == LIST ? "list" : "object";
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** {@code [t]}. */
  record ListOf(Type item) implements Type {
    @Override
    public boolean accepts(PactValue value, LongConsumer gas) {
      if (!(value instanceof PList list)) {
        return false;
      }
      gas.accept(MILLIGAS_PER_PART * list.size());
      boolean accepted = true;
      for (PactValue each : list.items()) {
        accepted &= item.accepts(each, gas); // the cost is that of all elements
      }
      return accepted;
    }

    @Override
    public int size() {
      return item.size();
    }

    @Override
    public int depth() {
      return item.depth();
    }

    @Override
    public String kindName() {
      return "list";
    }

    @Override
    public String toString() {
      return "[" + item + "]";
    }
  }

  /** {@code object{s}}. */
  record ObjectOf(Schema schema) implements Type {
    @Override
    public boolean accepts(PactValue value, LongConsumer gas) {
      return value instanceof PObject object && schema.accepts(object, gas);
    }

    @Override
    public int size() {
      return schema.size();
    }

    @Override
    public int depth() {
      return schema.depth();
    }

    @Override
    public String kindName() {
      return "object";
    }

    @Override
    public String toString() {
      return "object{" + schema.name().name() + "}";
    }
  }

  /** {@code table{s}}; what counts is the fields, not the schema's name. */
  record TableOf(Schema schema) implements Type {
    @Override
    public boolean accepts(PactValue value, LongConsumer gas) {
      if (!(value instanceof TableValue table)
          || table.schema().fields().size() != schema.fields().size()) {
        return false;
      }
      gas.accept(MILLIGAS_PER_PART * schema.size());
      return table.schema().fields().equals(schema.fields());
    }

    @Override
    public int size() {
      return schema.size();
    }

    @Override
    public int depth() {
      return schema.depth();
    }

    @Override
    public String kindName() {
      return "table";
    }

    @Override
    public String toString() {
      return "table{" + schema.name().name() + "}";
    }
  }

  /** {@code module{a, b}}: a reference to a module that implements all of them. */
  record ModuleOf(SortedSet<ModuleName> interfaces) implements Type {
    public ModuleOf {
      interfaces = Collections.unmodifiableSortedSet(new TreeSet<>(interfaces));
    }

    @Override
    public boolean accepts(PactValue value, LongConsumer gas) {
      if (!(value instanceof ModuleRef module)) {
        return false;
      }
      int size = module.interfaces().size();
      gas.accept(size < FREE_INTERFACES ? 0 : MILLIGAS_PER_PART * size);
      return module.interfaces().containsAll(interfaces);
    }

    @Override
    public String kindName() {
      return "modref";
    }

    @Override
    public String toString() {
      return interfaces.stream()
          .map(ModuleName::toString)
          .collect(Collectors.joining(", ", "module{", "}"));
    }
  }
}
