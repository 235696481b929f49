package dev.cairn.pact.module;

import dev.cairn.pact.value.ModuleName;
import java.util.Map;

/**
 * What a module found by name outside itself while it was loaded. Together with its code it makes
 * the same version again, whatever those names mean by then.
 *
 * @param modules versions that names led to
 * @param names top-level names that were in sight and that its code may mean
 */
public record Bindings(Map<ModuleName, Module> modules, Map<String, Definition> names) {
  /** Nothing outside was used. */
  public static final Bindings NONE = new Bindings(Map.of(), Map.of());

  public Bindings {
    modules = Map.copyOf(modules);
    names = Map.copyOf(names);
  }
}
