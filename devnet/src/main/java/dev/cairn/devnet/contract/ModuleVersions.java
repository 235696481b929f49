package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.store.Row;
import dev.cairn.devnet.store.StoreException;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Bindings;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.KeptModule;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.value.ModuleName;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * The versions of modules that are in memory, by the hash of their record. A record names the
 * versions that its module was bound to by their hashes, so loading one brings back exactly those,
 * whatever their names mean by now. Chains share what is equal. Safe for many threads.
 */
final class ModuleVersions {

  private final PactEngine engine;
  // Guarded by this. A module lives as long as a row or another module holds it; of each version
  // there is one object at most.
  private final Map<String, WeakReference<Module>> byId = new HashMap<>();
  private final Map<Module, String> ids = new WeakHashMap<>(); // guarded by this

  ModuleVersions(PactEngine engine) {
    this.engine = engine;
  }

  /**
   * Gives out the hash of a module's record, after adding the records that the chain has not got.
   *
   * @param stored rows of the chain
   */
  synchronized String keep(Module module, StoredRows stored, List<Row> rows) {
    String known = ids.get(module);
    if (known != null && (stored.hasModule(known) || isAmong(rows, known))) {
      return known;
    }
    ModuleRecord record = ModuleRecord.of(module, each -> keep(each, stored, rows));
    String id = record.id();
    rows.add(new Row(PactRows.MODULE_VERSIONS, id, record.encode()));
    ids.put(module, id);
    byId.putIfAbsent(id, new WeakReference<>(module));
    return id;
  }

  private static boolean isAmong(List<Row> rows, String id) {
    return rows.stream()
        .anyMatch(row -> row.domain().equals(PactRows.MODULE_VERSIONS) && row.key().equals(id));
  }

  /**
   * The module of a record.
   *
   * @param records finds records of the chain
   */
  synchronized Module load(String id, Function<String, byte[]> records) {
    WeakReference<Module> reference = byId.get(id);
    Module present = reference == null ? null : reference.get();
    if (present != null) {
      return present;
    }
    Module module = load(ModuleRecord.decode(records.apply(id)), records);
    byId.put(id, new WeakReference<>(module));
    ids.put(module, id);
    return module;
  }

  private Module load(ModuleRecord record, Function<String, byte[]> records) {
    try {
      Module module =
          engine.load(kept(record, records), PactEnvironments.toLoad(record.transaction()));
      if (!module.hash().text().equals(record.hash())) {
        throw new StoreException(
            "Module %s has hash %s, but was kept with %s."
                .formatted(record.name(), module.hash().text(), record.hash()));
      }
      return module;
    } catch (PactException cannotBe) {
      // It was code once; a failure of the caller's transaction would hide that it is none now.
      throw new StoreException("Module " + record.name() + " cannot be loaded again.", cannotBe);
    }
  }

  private KeptModule kept(ModuleRecord record, Function<String, byte[]> records) {
    List<Definition> dependencies = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : record.dependencies().properties()) {
      Module module = load(each.getKey(), records);
      each.getValue().forEach(member -> dependencies.add(member(module, member.textValue())));
    }
    return new KeptModule(
        ModuleName.parse(record.name()).orElseThrow(),
        record.code(),
        bindings(record, records),
        record.constants().fields(),
        dependencies,
        record.storedBytes());
  }

  private static Definition member(Module module, String name) {
    return Objects.requireNonNull(module.find(name));
  }

  private Bindings bindings(ModuleRecord record, Function<String, byte[]> records) {
    Map<ModuleName, Module> modules = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : record.modules().properties()) {
      ModuleName name = ModuleName.parse(each.getKey()).orElseThrow();
      modules.put(name, load(each.getValue().textValue(), records));
    }
    Map<String, Definition> names = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : record.names().properties()) {
      Module module = load(each.getValue().get(0).textValue(), records);
      names.put(each.getKey(), member(module, each.getValue().get(1).textValue()));
    }
    return new Bindings(modules, names);
  }
}
