package dev.cairn.pact.resolve;

import dev.cairn.pact.encoding.Base64Url;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.ModuleImport;
import dev.cairn.pact.module.Signature;
import dev.cairn.pact.syntax.Import;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.ModuleHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a {@code use} brings in sight. */
final class Imports {
  private static final int HASH_BYTES = 32;

  private Imports() {}

  /** The imported definitions; fails if module, version or names do not exist. */
  static List<Definition> definitions(Names names, Import what) {
    Module module = names.get(what.module(), what.position());
    ModuleHash wanted = hash(what);
    if (wanted != null && !wanted.equals(module.hash())) {
      throw NameErrors.importHash(what.module(), module.hash(), what.position());
    }
    List<Definition> all =
        module.definitions().stream().filter(d -> !(d instanceof Signature)).toList();
    return what.names() == null ? all : only(all, module, new HashSet<>(what.names()), what);
  }

  private static List<Definition> only(
      List<Definition> all, Module module, Set<String> wanted, Import what) {
    List<Definition> kept = new ArrayList<>();
    SortedSet<String> missing = new TreeSet<>(CodePoints.ORDER);
    missing.addAll(wanted);
    for (Definition definition : all) {
      if (wanted.contains(definition.name())) {
        kept.add(definition);
        missing.remove(definition.name());
      }
    }
    if (!missing.isEmpty()) {
      throw NameErrors.imports(module.name(), missing, what.position());
    }
    return kept;
  }

  /** As a module remembers it. */
  static ModuleImport record(Import what) {
    Set<String> names = what.names() == null ? null : new HashSet<>(what.names());
    return new ModuleImport(what.module(), hash(what), names);
  }

  private static @Nullable ModuleHash hash(Import what) {
    return what.hash() == null ? null : hash(what.hash(), what.position());
  }

  /** A module hash as written. */
  static ModuleHash hash(String text, Position position) {
    boolean valid = Base64Url.decode(text).filter(bytes -> bytes.length == HASH_BYTES).isPresent();
    if (!valid) {
      throw NameErrors.blessedHash(text, position);
    }
    return new ModuleHash(text);
  }
}
