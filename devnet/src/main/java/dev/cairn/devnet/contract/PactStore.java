package dev.cairn.devnet.contract;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.Row;
import dev.cairn.devnet.store.RowVersions;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.db.ContractState;
import dev.cairn.pact.module.Module;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the states of Pact's evaluator come from and go to. Safe for many threads. */
final class PactStore {

  private static final byte[] NOTHING = {};

  private final RowVersions versions;
  private final ModuleVersions modules;
  private final Map<ChainId, HotRows> hot = new ConcurrentHashMap<>();

  PactStore(RowVersions versions, PactEngine engine) {
    this.versions = versions;
    this.modules = new ModuleVersions(engine);
  }

  /** The state of a stored block. */
  PactState at(ChainId chain, Lineage lineage) {
    ChainRows rows = new ChainRows(chain, lineage, hot(chain), versions, modules);
    return new PactState(rows, ContractState.EMPTY);
  }

  private HotRows hot(ChainId chain) {
    return hot.computeIfAbsent(chain, each -> new HotRows(each, versions));
  }

  /** The rows that a state has on top of its stored block. */
  List<Row> changes(PactState state) {
    List<Row> rows = new ArrayList<>();
    state
        .since()
        .visit(
            new ContractState.Visitor() {
              @Override
              public void domain(String name) {
                if (!name.startsWith("SYS:") && !state.stored().hasTable(name)) {
                  rows.add(new Row(PactRows.TABLES, name, NOTHING));
                }
              }

              @Override
              public void row(String domain, String key, Object row) {
                rows.add(new Row(domain, key, encode(row, state.stored(), rows)));
              }
            });
    return rows;
  }

  private byte[] encode(Object row, StoredRows stored, List<Row> rows) {
    return row instanceof Module module
        ? PactRows.utf8(modules.keep(module, stored, rows))
        : PactRows.encode(row);
  }

  /**
   * The same state when its changes are stored.
   *
   * @param changes what {@link #changes} gave
   */
  PactState stored(PactState state, List<Row> changes, ChainId chain, Lineage lineage) {
    Map<String, Map<String, Object>> written = new HashMap<>();
    for (Row row : changes) {
      if (row.domain().equals(PactRows.TABLES) || row.domain().equals(PactRows.MODULE_VERSIONS)) {
        put(written, row.domain(), row.key(), row.bytes());
      }
    }
    state
        .since()
        .visit(
            new ContractState.Visitor() {
              @Override
              public void domain(String name) {}

              @Override
              public void row(String domain, String key, Object row) {
                put(written, domain, key, row);
              }
            });
    hot(chain).stored(lineage.newest(), written);
    return at(chain, lineage);
  }

  private static void put(
      Map<String, Map<String, Object>> rows, String domain, String key, Object row) {
    rows.computeIfAbsent(domain, each -> new HashMap<>()).put(key, row);
  }
}
