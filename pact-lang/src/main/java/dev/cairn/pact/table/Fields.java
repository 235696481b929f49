package dev.cairn.pact.table;

import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import java.util.HashMap;
import java.util.Map;

/** Parts of rows. */
final class Fields {

  private Fields() {}

  /** The row without the fields that the list does not name. */
  static PObject only(PObject row, PList names, NativeCall call) {
    Map<String, PactValue> kept = new HashMap<>();
    for (PactValue name : names.items()) {
      if (!(name instanceof PString text)) {
        throw call.typeError();
      }
      PactValue value = row.get(text.value());
      if (value != null) {
        kept.put(text.value(), value);
      }
    }
    return PObject.of(kept);
  }
}
