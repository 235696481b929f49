package dev.cairn.pact.type;

import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of an object and their types. */
public record Schema(QualifiedName name, SortedMap<String, Type> fields) {

  public Schema {
    SortedMap<String, Type> sorted = new TreeMap<>(CodePoints.ORDER);
    sorted.putAll(fields);
    fields = Collections.unmodifiableSortedMap(sorted);
  }

  /** Whether the object has exactly these fields with values of their types. */
  public boolean accepts(PObject object) {
    return object.fields().size() == fields.size() && acceptsPart(object);
  }

  /** Whether each field of the object is one of these and of its type. */
  public boolean acceptsPart(PObject object) {
    for (Map.Entry<String, PactValue> field : object.fields().entrySet()) {
      Type type = fields.get(field.getKey());
      if (type == null || !type.accepts(field.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** As the REPL shows it in errors. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    fields.forEach(
        (field, type) ->
            text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(field)
                .append("\": ")
                .append(type));
    return text.append('}').toString();
  }
}
