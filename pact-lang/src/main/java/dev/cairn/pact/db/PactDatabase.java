package dev.cairn.pact.db;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store that a transaction reads and writes. A write is visible to the next read; it is undone
 * by rolling back to an earlier savepoint. One thread at a time.
 */
public interface PactDatabase {

  /** The row, or null if there is none. */
  <V> @Nullable V read(Domain<V> domain, String key);

  /** Stores the row, whether or not one exists. */
  <V> void write(Domain<V> domain, String key, V row);

  /** All keys in ascending order of code points. */
  List<String> keys(Domain<?> domain);

  /** Whether the user table has been created. System domains always exist. */
  boolean exists(Domain<?> table);

  /** Creates an empty user table. */
  void create(Domain<?> table);

  /** Marks the present state. Savepoints nest: rolling back to one forgets all later ones. */
  Savepoint savepoint();

  /** Undoes everything since the savepoint was taken; it stays usable. */
  void rollBackTo(Savepoint savepoint);

  /** A mark that only the database that made it understands. */
  interface Savepoint {}
}
