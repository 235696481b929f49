package dev.cairn.pact.db;

/**
 * What a {@link MemoryDatabase} holds at one moment: immutable, shared by structure, free to keep.
 */
public final class ContractState implements PactDatabase.Savepoint {
  /** Nothing is stored. */
  public static final ContractState EMPTY = new ContractState(PersistentMap.empty());

  private final PersistentMap<PersistentMap<Object>> tables;

  ContractState(PersistentMap<PersistentMap<Object>> tables) {
    this.tables = tables;
  }

  /** Takes what a state holds, domain by domain, in ascending order of names. */
  public interface Visitor {
    /** A domain that has rows, or a user table that has been created. */
    void domain(String name);

    /** A row of the domain that was named last. */
    void row(String domain, String key, Object row);
  }

  /** Shows all of it. */
  public void visit(Visitor visitor) {
    tables.forEach(
        (domain, rows) -> {
          visitor.domain(domain);
          rows.forEach((key, row) -> visitor.row(domain, key, row));
        });
  }

  PersistentMap<PersistentMap<Object>> tables() {
    return tables;
  }
}
