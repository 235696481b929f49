package dev.cairn.pact.type;

import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PTable;

/** A table as a value: it remembers the version of the module that named it. */
public record TableValue(ModuleName module, String name, ModuleHash moduleHash, Schema schema)
    implements PTable {

  @Override
  public String typeName() {
    return "table{" + schema.name().name() + "}";
  }
}
