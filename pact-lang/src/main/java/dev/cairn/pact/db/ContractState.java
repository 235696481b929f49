package dev.cairn.pact.db;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the contracts of one chain have stored, at one moment: immutable, shared by structure,
 * free to keep per block. {@link MemoryDatabase} goes on from it.
 */
public final class ContractState implements PactDatabase.Savepoint {
  /** Nothing is stored. */
  public static final ContractState EMPTY = new ContractState(PersistentMap.empty(), null);

  private final PersistentMap<PersistentMap<Object>> tables;
  // The newest change first; a rollback to an older state forgets the newer ones by itself.
  private final @Nullable Log log;

  ContractState(PersistentMap<PersistentMap<Object>> tables, @Nullable Log log) {
    this.tables = tables;
    this.log = log;
  }

  /**
   * A row that was written or, without a key, a table that was created.
   *
   * @param domain name of the domain
   */
  public record Change(String domain, @Nullable String key) {}

  /** Changes since the state that a database began with, as a list that ends there. */
  record Log(Change change, @Nullable Log before) {}

  /** What was changed since {@link MemoryDatabase#at}, each row once. */
  public Set<Change> changes() {
    Set<Change> changes = new LinkedHashSet<>();
    for (Log entry = log; entry != null; entry = entry.before()) {
      changes.add(entry.change());
    }
    return changes;
  }

  PersistentMap<PersistentMap<Object>> tables() {
    return tables;
  }

  @Nullable Log log() {
    return log;
  }
}
