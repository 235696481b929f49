package dev.cairn.pact.db;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory: for the REPL, for tests, and for what a block has written before it is
 * stored. A {@link ContractState} of it costs nothing and lives as long as it is held.
 */
public final class MemoryDatabase implements PactDatabase {
  // Owned by the thread that runs the transaction; snapshots themselves are immutable.
  private PersistentMap<PersistentMap<Object>> tables;

  /** An empty database. */
  public MemoryDatabase() {
    this(ContractState.EMPTY.tables());
  }

  private MemoryDatabase(PersistentMap<PersistentMap<Object>> tables) {
    this.tables = tables;
  }

  /** A database that begins with the state of the snapshot and shares nothing mutable with it. */
  public static MemoryDatabase at(ContractState state) {
    return new MemoryDatabase(state.tables());
  }

  /** The present state. */
  public ContractState state() {
    return new ContractState(tables);
  }

  /** Makes the snapshot the present state. */
  public void restore(ContractState state) {
    tables = state.tables();
  }

  @Override
  public <V> @Nullable V read(Domain<V> domain, String key) {
    PersistentMap<Object> rows = tables.get(domain.name());
    return rows == null ? null : domain.kind().cast(rows.get(key));
  }

  @Override
  public <V> void write(Domain<V> domain, String key, V row) {
    PersistentMap<Object> rows = tables.get(domain.name());
    PersistentMap<Object> present = rows == null ? PersistentMap.empty() : rows;
    tables = tables.with(domain.name(), present.with(key, row));
  }

  @Override
  public List<String> keys(Domain<?> domain) {
    PersistentMap<Object> rows = tables.get(domain.name());
    return rows == null ? List.of() : rows.keys();
  }

  @Override
  public boolean exists(Domain<?> table) {
    return table.isSystem() || tables.get(table.name()) != null;
  }

  @Override
  public void create(Domain<?> table) {
    tables = tables.with(table.name(), PersistentMap.empty());
  }

  @Override
  public Savepoint savepoint() {
    return state();
  }

  @Override
  public void rollBackTo(Savepoint savepoint) {
    restore((ContractState) savepoint);
  }
}
