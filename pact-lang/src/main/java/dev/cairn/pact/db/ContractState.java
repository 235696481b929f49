package dev.cairn.pact.db;

/**
 * All that the contracts of one chain have stored, at one moment: immutable, shared by structure,
 * free to keep per block. {@link MemoryDatabase} goes on from it.
 */
public final class ContractState implements PactDatabase.Savepoint {
  /** Nothing is stored. */
  public static final ContractState EMPTY = new ContractState(PersistentMap.empty());

  private final PersistentMap<PersistentMap<Object>> tables;

  ContractState(PersistentMap<PersistentMap<Object>> tables) {
    this.tables = tables;
  }

  PersistentMap<PersistentMap<Object>> tables() {
    return tables;
  }
}
