package dev.cairn.pact.module;

import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PactValue;
import java.util.List;
import java.util.Map;

/**
 * All that makes a version of a module again without evaluating or asking anything.
 *
 * @param constants their values, by name
 * @param dependencies definitions of other modules that its code needs
 * @param storedBytes what {@link Module#storedBytes} was
 */
public record KeptModule(
    ModuleName name,
    String code,
    Bindings bindings,
    Map<String, PactValue> constants,
    List<Definition> dependencies,
    long storedBytes) {

  public KeptModule {
    constants = Map.copyOf(constants);
    dependencies = List.copyOf(dependencies);
  }
}
