package dev.cairn.pact.module;

import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.LoadingCost;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The present versions of all modules and interfaces; the first use of each is charged. */
public final class Modules {
  private final PactDatabase database;
  private final LongConsumer gas;
  private final LoadedModules loaded = new LoadedModules();
  // Versions that were found since a module began to be loaded.
  private final Map<ModuleName, Module> found = new HashMap<>();

  /**
   * The modules of a database.
   *
   * @param gas takes milligas and fails when the limit is passed
   */
  public Modules(PactDatabase database, LongConsumer gas) {
    this.database = database;
    this.gas = gas;
  }

  /** What the transaction has loaded so far. */
  public LoadedModules loaded() {
    return loaded;
  }

  /** The module or interface, or null; with it come all definitions that its code needs. */
  public @Nullable Module find(ModuleName name) {
    Module present = stored(name);
    if (present != null && !loaded.contains(name)) {
      gas.accept(LoadingCost.reading(present.storedBytes()));
      gas.accept(LoadingCost.merging(loaded.size(), present.exports().size()));
      loaded.add(present);
    }
    return present;
  }

  /** The same where only the module itself is wanted: nothing is charged for the rest. */
  public @Nullable Module findAlone(ModuleName name) {
    Module present = stored(name);
    if (present != null && !loaded.contains(name)) {
      gas.accept(LoadingCost.reading(present.storedBytes()));
      loaded.add(present);
    }
    return present;
  }

  private @Nullable Module stored(ModuleName name) {
    Module present = database.read(Domain.MODULES, name.toString());
    if (present != null) {
      found.put(name, present);
    }
    return present;
  }

  /** What loading finds from here on counts for the next module. */
  void forgetFound() {
    found.clear();
  }

  /** The versions that were found since. */
  Map<ModuleName, Module> found() {
    return found;
  }

  /** The module or interface, which must exist. */
  public Module get(ModuleName name) {
    return existing(find(name), name);
  }

  private static Module existing(@Nullable Module found, ModuleName name) {
    if (found == null) {
      throw PactException.fatal("Cannot find module: " + name);
    }
    return found;
  }

  /** The module, which must exist and not be an interface. */
  public Module module(ModuleName name) {
    Module found = existing(findAlone(name), name);
    if (found.isInterface()) {
      throw PactException.fatal("Expected module, found interface: " + name);
    }
    return found;
  }

  /** The member in the present version of its module; both must exist. */
  public Definition member(QualifiedName name) {
    Definition found = existing(findAlone(name.module()), name.module()).find(name.name());
    if (found == null) {
      throw PactException.fatal(
          "Module member does not exist " + name, "Module member does not exist: " + name);
    }
    return found;
  }

  /** Replaces the module or interface; it counts as loaded. */
  public void store(Module module) {
    database.write(Domain.MODULES, module.name().toString(), module);
    loaded.add(module);
  }
}
