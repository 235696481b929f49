package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.TableValue;

/** A table. */
public record Deftable(Module module, String name, Schema schema, Position position)
    implements Definition {

  @Override
  public String kind() {
    return "deftable";
  }

  /** The table as this version of the module names it. */
  public TableValue value() {
    return new TableValue(module.name(), name, module.hash(), schema);
  }
}
