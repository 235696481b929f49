package dev.cairn.pact.module;

import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The modules that a transaction has used, and all definitions that came with them. */
public final class LoadedModules {
  // Changed by the one thread that runs the transaction.
  private final Map<ModuleName, Module> modules = new LinkedHashMap<>();
  private final Map<FullyQualifiedName, Definition> definitions = new HashMap<>();

  // Most transactions use one module and never ask for the definitions, so these are put together
  // when somebody does.
  private final List<Module> waiting = new ArrayList<>();

  /** What had been loaded at some moment. */
  public record Mark(List<Module> modules) {}

  boolean contains(ModuleName name) {
    return modules.containsKey(name);
  }

  void add(Module module) {
    modules.put(module.name(), module);
    waiting.add(module);
  }

  /** How many definitions are loaded. */
  int size() {
    return modules.isEmpty() ? 0 : definitions().size();
  }

  /** All definitions that are loaded, by name and version. */
  public Map<FullyQualifiedName, Definition> definitions() {
    waiting.forEach(module -> definitions.putAll(module.exports()));
    waiting.clear();
    return Collections.unmodifiableMap(definitions);
  }

  public Mark mark() {
    return new Mark(List.copyOf(modules.values()));
  }

  /** Forgets what was loaded since. */
  public void returnTo(Mark mark) {
    modules.clear();
    definitions.clear();
    waiting.clear();
    mark.modules().forEach(this::add);
  }
}
