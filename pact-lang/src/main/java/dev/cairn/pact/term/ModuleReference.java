package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.Value;
import java.util.List;

/**
 * The name of a module as a value.
 *
 * @param written the last part of the name
 * @param interfaces in the order in which the module names them, for the module hash
 */
public record ModuleReference(
    String written, ModuleRef value, List<ModuleName> interfaces, Position position)
    implements Term {

  @Override
  public Value eval(Frame frame) {
    return value;
  }
}
