package dev.cairn.devnet.store;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.store.KeyValueStore.Durability;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all contracts with their history: the newest version of each lies under the row's
 * name, those that it replaced under their numbers, each pointing at the one before. Numbers only
 * grow, on every branch, so a reader takes the newest version that its block's lineage sees.
 */
public final class RowVersions {

  private static final int WALKS = 2;

  private final KeyValueStore store;

  RowVersions(KeyValueStore store) {
    this.store = store;
  }

  /**
   * A row as a block finds it.
   *
   * @param newest its newest version on whatever branch; null if it was never written
   * @param seen the version that the block sees; null if there is none
   */
  public record Found(@Nullable Version newest, @Nullable Version seen) {}

  /** Looks for a row. */
  public Found find(ChainId chain, String domain, String key, Lineage lineage) {
    byte[] name = Row.name(domain, key);
    return find(chain, name, lineage, newest(chain, name));
  }

  // A line that ends too soon may have been linked anew by pruning while we walked along it, which
  // happens once in a block at most; a second walk of the same length is its end.
  private Found find(ChainId chain, byte[] name, Lineage lineage, @Nullable Version first) {
    Version newest = first;
    for (int walk = 1; ; walk++) {
      long previous = Version.NO_NUMBER;
      Version version = newest;
      while (version != null && !lineage.sees(version.number())) {
        previous = version.previous();
        version = replaced(chain, previous, name);
      }
      if (version != null || previous == Version.NO_NUMBER || walk == WALKS) {
        return new Found(newest, version);
      }
      newest = newest(chain, name);
    }
  }

  private @Nullable Version newest(ChainId chain, byte[] name) {
    return decode(store.get(Keys.row(chain, name)));
  }

  private @Nullable Version replaced(ChainId chain, long number, byte[] name) {
    return number == Version.NO_NUMBER
        ? null
        : decode(store.get(Keys.replaced(chain, number, name)));
  }

  private static @Nullable Version decode(byte @Nullable [] encoded) {
    return encoded == null ? null : Version.decode(encoded);
  }

  /** The keys of a domain's rows that a block sees, in ascending order of code points. */
  public List<String> keys(ChainId chain, String domain, Lineage lineage) {
    List<String> keys = new ArrayList<>();
    visit(
        chain,
        domain,
        (name, newest) -> {
          if (find(chain, name, lineage, newest).seen() != null) {
            keys.add(key(name, domain));
          }
        });
    return keys;
  }

  private void visit(ChainId chain, String domain, BiConsumer<byte[], Version> visitor) {
    byte[] prefix = Keys.row(chain, Row.name(domain, ""));
    store.scan(prefix, (key, value) -> visitor.accept(Keys.rowName(key), Version.decode(value)));
  }

  private static String key(byte[] name, String domain) {
    int start = domain.getBytes(StandardCharsets.UTF_8).length + 1;
    return new String(name, start, name.length - start, StandardCharsets.UTF_8);
  }

  /** Puts what a block wrote; of two rows under one name the later counts. */
  void put(ChainId chain, Hash block, long number, List<Row> rows, Batch batch) {
    Map<String, Row> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(row.domain() + '\0' + row.key(), row));
    List<Written.Item> items = new ArrayList<>();
    for (Row row : last.values()) {
      items.add(new Written.Item(row.name(), put(chain, row, number, batch)));
    }
    batch.put(Keys.written(chain, number), new Written(block, items).encode());
  }

  private long put(ChainId chain, Row row, long number, Batch batch) {
    byte[] name = row.name();
    Version before = newest(chain, name);
    long previous = before == null ? Version.NO_NUMBER : before.number();
    if (before != null) {
      batch.put(Keys.replaced(chain, previous, name), before.encode());
    }
    batch.put(Keys.row(chain, name), new Version(number, previous, row.bytes()).encode());
    return previous;
  }

  /**
   * Drops what nobody can ask for any more once the oldest state that is kept is that of the
   * floor's block: versions that were replaced up to there, and all of the orphans up to there.
   * Doing it again changes nothing.
   *
   * @param pruned the floor until now
   * @param floor lineage of the block that becomes the oldest with a state
   * @param batch takes the last step; those before, if forks left any, are written at once
   */
  void prune(ChainId chain, long pruned, Lineage floor, Batch batch) {
    for (long number = pruned + 1; number < floor.newest(); number++) {
      // Each step reads what the one before has left.
      Batch step = new Batch();
      pruneRows(chain, number, floor, step);
      store.write(step, Durability.PROCESS);
    }
    if (pruned < floor.newest()) {
      pruneRows(chain, floor.newest(), floor, batch);
    }
    for (long number = pruned; number < floor.newest(); number++) {
      batch.delete(Keys.state(chain, written(chain, number).block()));
      batch.delete(Keys.written(chain, number));
    }
  }

  private void pruneRows(ChainId chain, long number, Lineage floor, Batch batch) {
    for (Written.Item item : written(chain, number).items()) {
      if (floor.sees(number)) {
        dropReplaced(chain, item, number, floor, batch);
      } else {
        dropOrphan(chain, item.name(), number, batch);
      }
    }
  }

  private Written written(ChainId chain, long number) {
    byte[] encoded = store.get(Keys.written(chain, number));
    if (encoded == null) {
      throw new StoreException(
          "Chain " + chain + " does not know what block " + number + " wrote.");
    }
    return Written.decode(encoded);
  }

  // What an orphan was replaced in has been linked past the orphan by now.
  private void dropReplaced(
      ChainId chain, Written.Item item, long number, Lineage floor, Batch batch) {
    long previous = item.previous();
    if (previous != Version.NO_NUMBER && !floor.sees(previous)) {
      Version version = newest(chain, item.name());
      while (version != null && version.number() != number) {
        version = replaced(chain, version.previous(), item.name());
      }
      previous = version == null ? Version.NO_NUMBER : version.previous();
    }
    if (previous != Version.NO_NUMBER) {
      batch.delete(Keys.replaced(chain, previous, item.name()));
    }
  }

  // Takes an orphan's version out of the line of versions.
  private void dropOrphan(ChainId chain, byte[] name, long number, Batch batch) {
    Version newest = newest(chain, name);
    if (newest != null && newest.number() == number) {
      dropNewest(chain, name, newest, batch);
      return;
    }
    Version after = newest;
    while (after != null && after.previous() != number) {
      after = replaced(chain, after.previous(), name);
    }
    Version orphan = replaced(chain, number, name);
    if (after != null && orphan != null) {
      boolean isNewest = after.number() == newest.number();
      byte[] key = isNewest ? Keys.row(chain, name) : Keys.replaced(chain, after.number(), name);
      batch.put(key, new Version(after.number(), orphan.previous(), after.bytes()).encode());
      batch.delete(Keys.replaced(chain, number, name));
    }
  }

  private void dropNewest(ChainId chain, byte[] name, Version newest, Batch batch) {
    Version before = replaced(chain, newest.previous(), name);
    if (before == null) {
      batch.delete(Keys.row(chain, name));
    } else {
      batch.put(Keys.row(chain, name), before.encode());
      batch.delete(Keys.replaced(chain, before.number(), name));
    }
  }
}
