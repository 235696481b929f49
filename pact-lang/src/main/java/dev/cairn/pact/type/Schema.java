package dev.cairn.pact.type;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** The fields of an object and their types. */
public final class Schema {
  /**
   * Most fields of a schema, those of the schemas in it included: hashes and comparisons go through
   * all of them, and n schemas, each of two fields of the one before, have 2^n.
   */
  static final int MAX_FIELDS = 10_000;

  /** Deepest nesting of schemas, since going through them recurses. */
  static final int MAX_DEPTH = 100;

  private final QualifiedName name;
  private final SortedMap<String, Type> fields;
  private final int size;
  private final int depth;

  public Schema(QualifiedName name, Map<String, Type> fields) {
    this.name = name;
    SortedMap<String, Type> sorted = new TreeMap<>(CodePoints.ORDER);
    sorted.putAll(fields);
    this.fields = Collections.unmodifiableSortedMap(sorted);
    this.size = fields.size() + fields.values().stream().mapToInt(Type::size).sum();
    this.depth = 1 + fields.values().stream().mapToInt(Type::depth).max().orElse(0);
    if (fields.size() > MAX_FIELDS || size > MAX_FIELDS || depth > MAX_DEPTH) {
      throw PactException.fatal(
          "Schema "
              + name
              + " has more than "
              + MAX_FIELDS
              + " fields or "
              + MAX_DEPTH
              + " levels");
    }
  }

  public QualifiedName name() {
    return name;
  }

  public SortedMap<String, Type> fields() {
    return fields;
  }

  /** Its fields, and those of the schemas in it. */
  int size() {
    return size;
  }

  int depth() {
    return depth;
  }

  /** Whether the object has exactly these fields with values of their types. */
  public boolean accepts(PObject object, LongConsumer gas) {
    return object.fields().size() == fields.size() && acceptsFields(object, gas);
  }

  /** Whether each field of the object is one of these and of its type. */
  public boolean acceptsPart(PObject object, LongConsumer gas) {
    gas.accept(Type.MILLIGAS_PER_PART * object.fields().size());
    return fields.keySet().containsAll(object.fields().keySet()) && acceptsFields(object, gas);
  }

  private boolean acceptsFields(PObject object, LongConsumer gas) {
    gas.accept(Type.MILLIGAS_PER_PART * object.fields().size());
    for (Map.Entry<String, PactValue> field : object.fields().entrySet()) {
      Type type = fields.get(field.getKey());
      if (type == null || !type.accepts(field.getValue(), gas)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Schema schema
            && name.equals(schema.name)
            && fields.equals(schema.fields));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** As the REPL shows it in errors. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(",", "{", "}");
    fields.forEach((field, type) -> text.add("\"" + field + "\": " + type));
    return text.toString();
  }
}
