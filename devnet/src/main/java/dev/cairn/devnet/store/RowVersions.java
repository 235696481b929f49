package dev.cairn.devnet.store;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
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

  private final KeyValueStore store;

  RowVersions(KeyValueStore store) {
    this.store = store;
  }

  /** The newest version of a row, on whatever branch; null if it was never written. */
  public @Nullable Version newest(ChainId chain, String domain, String key) {
    return newest(chain, Row.name(domain, key));
  }

  private @Nullable Version newest(ChainId chain, byte[] name) {
    return decode(store.get(Keys.row(chain, name)));
  }

  /** The version that a block sees, given the newest one. */
  public @Nullable Version seen(
      ChainId chain, String domain, String key, Lineage lineage, @Nullable Version newest) {
    return seen(chain, Row.name(domain, key), lineage, newest);
  }

  private @Nullable Version seen(
      ChainId chain, byte[] name, Lineage lineage, @Nullable Version newest) {
    Version version = newest;
    while (version != null && !lineage.sees(version.number())) {
      version = replaced(chain, version.previous(), name);
    }
    return version;
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
          if (seen(chain, name, lineage, newest) != null) {
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
   *
   * @param pruned the floor until now
   * @param floor lineage of the block that becomes the oldest with a state
   */
  void prune(ChainId chain, long pruned, Lineage floor, Batch batch) {
    for (long number = pruned; number < floor.newest(); number++) {
      Written written = written(chain, number);
      batch.delete(Keys.state(chain, written.block()));
      batch.delete(Keys.written(chain, number));
    }
    for (long number = pruned + 1; number <= floor.newest(); number++) {
      for (Written.Item item : written(chain, number).items()) {
        if (floor.sees(number)) {
          dropReplaced(chain, item.name(), item.previous(), floor, batch);
        } else {
          dropOrphan(chain, item.name(), number, floor, batch);
        }
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

  // Behind a version of the floor's own branch everything is gone already; behind an orphan's the
  // version that both replaced may be left.
  private void dropReplaced(ChainId chain, byte[] name, long previous, Lineage floor, Batch batch) {
    long number = previous;
    while (number != Version.NO_NUMBER) {
      batch.delete(Keys.replaced(chain, number, name));
      Version orphan = floor.sees(number) ? null : replaced(chain, number, name);
      number = orphan == null ? Version.NO_NUMBER : orphan.previous();
    }
  }

  // An orphan's row that nobody has written since gives its place back to the one before.
  private void dropOrphan(ChainId chain, byte[] name, long number, Lineage floor, Batch batch) {
    Version newest = newest(chain, name);
    if (newest == null || newest.number() != number) {
      return;
    }
    Version before = seen(chain, name, floor, newest);
    if (before == null) {
      batch.delete(Keys.row(chain, name));
    } else {
      batch.put(
          Keys.row(chain, name),
          new Version(before.number(), Version.NO_NUMBER, before.bytes()).encode());
      batch.delete(Keys.replaced(chain, before.number(), name));
    }
  }
}
