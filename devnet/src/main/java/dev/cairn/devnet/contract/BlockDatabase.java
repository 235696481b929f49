package dev.cairn.devnet.contract;

import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.value.CodePoints;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A database that reads a stored block and keeps in memory what is written on top of it, until that
 * is stored with the next block. Rows are never deleted, so a row in memory always covers the
 * stored one.
 */
final class BlockDatabase implements PactDatabase {

  private final StoredRows stored;
  private final MemoryDatabase since;

  BlockDatabase(PactState state) {
    stored = state.stored();
    since = MemoryDatabase.at(state.since());
  }

  /** The present state. */
  PactState state() {
    return new PactState(stored, since.state());
  }

  @Override
  public <V> @Nullable V read(Domain<V> domain, String key) {
    V recent = since.read(domain, key);
    return recent == null ? stored.read(domain, key) : recent;
  }

  @Override
  public <V> void write(Domain<V> domain, String key, V row) {
    since.write(domain, key, row);
  }

  @Override
  public List<String> keys(Domain<?> domain) {
    List<String> recent = since.keys(domain);
    List<String> before = stored.keys(domain);
    if (recent.isEmpty() || before.isEmpty()) {
      return recent.isEmpty() ? before : recent;
    }
    TreeSet<String> all = new TreeSet<>(CodePoints.ORDER);
    all.addAll(before);
    all.addAll(recent);
    return List.copyOf(all);
  }

  @Override
  public boolean exists(Domain<?> table) {
    return since.exists(table) || stored.hasTable(table.name());
  }

  @Override
  public void create(Domain<?> table) {
    since.create(table);
  }

  @Override
  public Savepoint savepoint() {
    return since.savepoint();
  }

  @Override
  public void rollBackTo(Savepoint savepoint) {
    since.rollBackTo(savepoint);
  }
}
