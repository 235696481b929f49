package dev.cairn.pact.typecheck;

import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.CodePoints;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of the values that a piece of code can have. */
sealed interface StaticType {
  /** Types that have no parts. */
  enum Bare implements StaticType {
    /** Anything at all. */
    UNKNOWN("*"),
    /** A function that waits for arguments; only natives take it. */
    CLOSURE("<<closure>>");

    private final String text;

    Bare(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A type as the language has it. */
  record Of(Type type) implements StaticType {
    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** A list of such elements. */
  record Items(StaticType item) implements StaticType {
    @Override
    public String toString() {
      return "[" + item + "]";
    }
  }

  /** An object of exactly these fields. */
  record Fields(Map<String, StaticType> fields) implements StaticType {
    public Fields {
      Map<String, StaticType> sorted = new TreeMap<>(CodePoints.ORDER);
      sorted.putAll(fields);
      fields = sorted;
    }

    @Override
    public String toString() {
      return "object" + fields;
    }
  }

  /** Any of these. */
  record OneOf(Set<StaticType> types) implements StaticType {
    @Override
    public String toString() {
      return types.stream().map(StaticType::toString).collect(Collectors.joining(" or "));
    }
  }

  /** The type as far as it is written. */
  static StaticType of(@Nullable Type type) {
    if (type == null || type == Type.Open.VALUE) {
      return Bare.UNKNOWN;
    }
    return type instanceof Type.ListOf list ? new Items(of(list.item())) : new Of(type);
  }

  static StaticType of(Schema schema) {
    return new Of(new Type.ObjectOf(schema));
  }

  /** Any of the types; one that is unknown makes all of them so. */
  static StaticType union(List<StaticType> types) {
    Set<StaticType> all = new LinkedHashSet<>();
    for (StaticType type : types) {
      if (type.equals(Bare.UNKNOWN)) {
        return Bare.UNKNOWN;
      }
      if (type instanceof OneOf some) {
        all.addAll(some.types());
      } else {
        all.add(type);
      }
    }
    return all.size() == 1 ? all.iterator().next() : new OneOf(all);
  }

  /** The fields of an object, if they are known. */
  default @Nullable Map<String, StaticType> knownFields() {
    if (this instanceof Fields known) {
      return known.fields();
    }
    if (this instanceof Of of && of.type() instanceof Type.ObjectOf object) {
      Map<String, StaticType> fields = new TreeMap<>(CodePoints.ORDER);
      object.schema().fields().forEach((name, type) -> fields.put(name, of(type)));
      return fields;
    }
    return null;
  }

  /** Whether every such value may go where the other type is wanted. */
  default boolean fits(StaticType wanted) {
    if (equals(Bare.UNKNOWN) || wanted.equals(Bare.UNKNOWN)) {
      return true;
    }
    if (this instanceof OneOf some) {
      return some.types().stream().allMatch(each -> each.fits(wanted));
    }
    if (wanted instanceof OneOf some) {
      return some.types().stream().anyMatch(this::fits);
    }
    if (wanted instanceof Items items) {
      return (this instanceof Items own && own.item().fits(items.item()))
          || equals(new Of(Type.Open.LIST));
    }
    if (wanted instanceof Of of && of.type() == Type.Open.LIST) {
      return this instanceof Items || equals(wanted);
    }
    return wanted == Bare.CLOSURE ? equals(wanted) : fitsPlain(wanted);
  }

  private boolean fitsPlain(StaticType wanted) {
    if (this instanceof Of of
        && wanted instanceof Of other
        && of.type() instanceof Type.ModuleOf has
        && other.type() instanceof Type.ModuleOf wants) {
      return has.interfaces().containsAll(wants.interfaces());
    }
    if (this instanceof Of of
        && wanted instanceof Of other
        && of.type() instanceof Type.TableOf has
        && other.type() instanceof Type.TableOf wants) {
      return has.schema().fields().equals(wants.schema().fields());
    }
    Map<String, StaticType> own = knownFields();
    Of anyObject = new Of(Type.Open.OBJECT);
    if (own == null) {
      return equals(wanted) || (equals(anyObject) && wanted.knownFields() != null);
    }
    Map<String, StaticType> others = wanted.knownFields();
    return wanted.equals(anyObject)
        || (others != null
            && own.keySet().equals(others.keySet())
            && own.entrySet().stream()
                .allMatch(field -> field.getValue().fits(others.get(field.getKey()))));
  }
}
