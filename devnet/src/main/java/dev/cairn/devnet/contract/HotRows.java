package dev.cairn.devnet.contract;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.RowVersions;
import dev.cairn.devnet.store.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one chain, with those used last kept in memory, decoded. An entry is the newest
 * version of its row on any branch, so a block that sees its number may take it; others go to the
 * store. Safe for many threads.
 */
final class HotRows {

  /** A row of an account takes about 1 KB; twenty chains stay below some 20 MB. */
  private static final int MAX_ROWS = 1_000;

  /** Stands for a row that nobody has written. */
  private static final long NEVER = -1;

  private record Name(String domain, String key) {}

  private record Hot(long number, @Nullable Object row) {}

  private final ChainId chain;
  private final RowVersions versions;
  private final Map<Name, Hot> entries = newLru(); // guarded by this
  private long blocks; // guarded by this; stored since the start

  HotRows(ChainId chain, RowVersions versions) {
    this.chain = chain;
    this.versions = versions;
  }

  private static Map<Name, Hot> newLru() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Name, Hot> eldest) {
        return size() > MAX_ROWS;
      }
    };
  }

  /** The row that a block sees; null if there is none. */
  @Nullable Object read(
      Lineage lineage, String domain, String key, Function<byte[], Object> decoder) {
    Name name = new Name(domain, key);
    long before;
    synchronized (this) {
      Hot hot = entries.get(name);
      if (hot != null && (hot.number() == NEVER || lineage.sees(hot.number()))) {
        return hot.row();
      }
      before = blocks;
    }
    RowVersions.Found found = versions.find(chain, domain, key, lineage);
    Version newest = found.newest();
    Version seen = found.seen();
    Object row = seen == null ? null : decoder.apply(seen.bytes());
    if (newest == null) {
      put(before, name, new Hot(NEVER, null));
    } else if (lineage.sees(newest.number())) {
      put(before, name, new Hot(newest.number(), row));
    }
    return row;
  }

  // A block that was stored in the meantime may have written the row.
  private synchronized void put(long before, Name name, Hot row) {
    if (before == blocks) {
      entries.put(name, row);
    }
  }

  /** Takes over what a block has written, once that is stored. */
  synchronized void stored(long number, Map<String, Map<String, Object>> rows) {
    blocks++;
    rows.forEach(
        (domain, each) ->
            each.forEach((key, row) -> entries.put(new Name(domain, key), new Hot(number, row))));
  }
}
