package dev.cairn.pact.typecheck;

import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types of values. */
final class ValueTypes {
  private ValueTypes() {}

  static StaticType of(PactValue value) {
    for (Type.Primitive type : Type.Primitive.values()) {
      if (type.accepts(value, gas -> {})) {
        return new StaticType.Of(type);
      }
    }
    if (value instanceof PList list) {
      List<StaticType> items = list.items().stream().map(ValueTypes::of).toList();
      return new StaticType.Items(
          items.isEmpty() ? StaticType.Bare.UNKNOWN : StaticType.union(items));
    }
    if (value instanceof PObject object) {
      Map<String, StaticType> fields = new HashMap<>();
      object.fields().forEach((name, field) -> fields.put(name, of(field)));
      return new StaticType.Fields(fields);
    }
    if (value instanceof ModuleRef module) {
      return new StaticType.Of(new Type.ModuleOf(module.interfaces()));
    }
    return value instanceof TableValue table
        ? new StaticType.Of(new Type.TableOf(table.schema()))
        : StaticType.Bare.UNKNOWN;
  }
}
