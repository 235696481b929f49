package dev.cairn.pact.resolve;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.Modules;
import dev.cairn.pact.module.Signature;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.value.ModuleName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean outside local variables: members, imports and modules (reference 1.4). */
final class Names {
  /** Natives that came with version 5.1. */
  private static final Set<String> SINCE_51 = Set.of("hash-poseidon", "hash-keccak256");

  private final Modules modules;
  private final NativeTable natives;
  private final boolean before51;
  private final @Nullable Namespace namespace;
  private final @Nullable Module current;
  private final Map<String, Definition> members;

  /**
   * The names that code of a module sees, or code at top level.
   *
   * @param current the module that is being loaded; null at top level
   */
  Names(Transaction transaction, @Nullable Module current, NativeTable natives) {
    this.modules = transaction.modules();
    this.natives = natives;
    this.before51 = transaction.environment().has(Flag.DISABLE_PACT_51);
    this.namespace = transaction.scope().namespace();
    this.current = current;
    // Only a module adds names of its own, which others must not see.
    Map<String, Definition> loaded = transaction.scope().names();
    this.members = current == null ? loaded : new HashMap<>(loaded);
  }

  NativeTable natives() {
    return natives;
  }

  /** The native of that name; null if there is none, or none yet. */
  @Nullable Native nativeNamed(String name) {
    return before51 && SINCE_51.contains(name) ? null : natives.find(name);
  }

  void add(Definition definition) {
    members.put(definition.name(), definition);
  }

  /** A member, import or top-level name; null if there is none. */
  @Nullable Definition member(String name) {
    return members.get(name);
  }

  /** The member that a qualified name means; null if there is none. */
  @Nullable Definition member(ModuleName module, String name) {
    Definition direct = memberOf(module, name);
    if (direct != null || namespace == null || module.namespace() != null) {
      return direct;
    }
    return memberOf(new ModuleName(namespace.name(), module.name()), name);
  }

  private @Nullable Definition memberOf(ModuleName module, String name) {
    if (current != null && current.name().equals(module)) {
      Definition own = current.find(name);
      if (own != null) {
        return own;
      }
    }
    Module found = modules.find(module);
    Definition definition = found == null ? null : found.find(name);
    return definition instanceof Signature ? null : definition;
  }

  /** The module that a name of two parts, namespace and module, means; null if there is none. */
  @Nullable Module moduleOfNamespace(ModuleName first, String second) {
    if (first.namespace() != null) {
      return null;
    }
    Module module = modules.findAlone(new ModuleName(first.name(), second));
    return module == null || module.isInterface() ? null : module;
  }

  /** The module of that name, to be referred to; fails if there is none. */
  Module moduleReference(ModuleName name, Position position) {
    if (current != null && (current.name().equals(name) || isOwnName(name))) {
      return current;
    }
    Module module = get(name, position);
    if (module.isInterface()) {
      throw NameErrors.interfaceAsModule(name, position);
    }
    return module;
  }

  private boolean isOwnName(ModuleName name) {
    return namespace != null
        && current != null
        && name.namespace() == null
        && modules.find(name) == null
        && current.name().equals(new ModuleName(namespace.name(), name.name()));
  }

  /** The name of the interface that is meant; fails if it is none. */
  ModuleName interfaceName(ModuleName name, Position position) {
    if (current != null
        && current.isInterface()
        && (current.name().equals(name) || isOwnName(name))) {
      return current.name();
    }
    Module module = get(name, position);
    if (!module.isInterface()) {
      throw NameErrors.interfaceAsModule(name, position);
    }
    return module.name();
  }

  /** The module or interface, in the root or else in the present namespace; fails if missing. */
  Module get(ModuleName name, Position position) {
    Module module = modules.find(name);
    if (module == null && name.namespace() == null && namespace != null) {
      module = modules.find(new ModuleName(namespace.name(), name.name()));
    }
    if (module == null) {
      throw NameErrors.noModule(name, position);
    }
    return module;
  }
}
