package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.type.Schema;

/** A named set of fields. */
public record Defschema(Module module, String name, Schema schema, Position position)
    implements Definition {

  @Override
  public String kind() {
    return "defschema";
  }
}
