package dev.cairn.pact.module;

import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The present versions of all modules and interfaces. */
public final class Modules {
  private final PactDatabase database;

  public Modules(PactDatabase database) {
    this.database = database;
  }

  /** The module or interface, or null. */
  public @Nullable Module find(ModuleName name) {
    return database.read(Domain.MODULES, name.toString());
  }

  /** The module or interface, which must exist. */
  public Module get(ModuleName name) {
    Module found = find(name);
    if (found == null) {
      throw PactException.fatal("Cannot find module: " + name);
    }
    return found;
  }

  /** The module, which must exist and not be an interface. */
  public Module module(ModuleName name) {
    Module found = get(name);
    if (found.isInterface()) {
      throw PactException.fatal("Expected module, found interface: " + name);
    }
    return found;
  }

  /** The member in the present version of its module; both must exist. */
  public Definition member(QualifiedName name) {
    Definition found = get(name.module()).find(name.name());
    if (found == null) {
      throw PactException.fatal(
          "Module member does not exist " + name, "Module member does not exist: " + name);
    }
    return found;
  }
}
