package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.Value;

/** The name of a module as a value. */
public record ModuleReference(ModuleRef value, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    return value;
  }
}
