package dev.cairn.devnet.contract;

import dev.cairn.pact.db.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a stored block sees. Safe for many threads. */
interface StoredRows {

  /** What genesis begins with. */
  StoredRows NONE =
      new StoredRows() {
        @Override
        public <V> @Nullable V read(Domain<V> domain, String key) {
          return null;
        }

        @Override
        public List<String> keys(Domain<?> domain) {
          return List.of();
        }

        @Override
        public boolean hasTable(String name) {
          return false;
        }

        @Override
        public boolean hasModule(String id) {
          return false;
        }
      };

  /** The row, or null if there is none. */
  <V> @Nullable V read(Domain<V> domain, String key);

  /** All keys in ascending order of code points. */
  List<String> keys(Domain<?> domain);

  /** Whether the user table has been created. */
  boolean hasTable(String name);

  /** Whether that version of a module is among them. */
  boolean hasModule(String id);
}
