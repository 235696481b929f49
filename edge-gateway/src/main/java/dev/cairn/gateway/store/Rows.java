package dev.cairn.gateway.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Reads rows of one opening. May be called from any thread while the database is open. */
final class Rows {

  private final Database database;

  Rows(Database database) {
    this.database = database;
  }

  Optional<byte[]> get(Table table, byte[] key) {
    try {
      return Optional.ofNullable(database.db().get(database.family(table), key));
    } catch (RocksDBException e) {
      throw unreadable(table, e);
    }
  }

  /** Every row of the table, in the order of the keys. */
  void scan(Table table, BiConsumer<byte[], byte[]> visitor) {
    scan(table, new byte[0], visitor);
  }

  /** Every row whose key starts with the prefix, in the order of the keys. */
  void scan(Table table, byte[] prefix, BiConsumer<byte[], byte[]> visitor) {
    try (RocksIterator rows = database.db().newIterator(database.family(table))) {
      for (rows.seek(prefix); rows.isValid() && startsWith(rows.key(), prefix); rows.next()) {
        visitor.accept(rows.key(), rows.value());
      }
      rows.status();
    } catch (RocksDBException e) {
      throw unreadable(table, e);
    }
  }

  /**
   * Some rows from a key on, in the order of the keys.
   *
   * @return the key to go on with; the empty one, which is before all others, at the end
   */
  byte[] step(Table table, byte[] from, int count, BiConsumer<byte[], byte[]> visitor) {
    try (RocksIterator iterator = database.db().newIterator(database.family(table))) {
      iterator.seek(from);
      for (int i = 0; i < count && iterator.isValid(); i++) {
        visitor.accept(iterator.key(), iterator.value());
        iterator.next();
      }
      iterator.status();
      return iterator.isValid() ? iterator.key() : new byte[0];
    } catch (RocksDBException e) {
      throw unreadable(table, e);
    }
  }

  /** A row with its key. */
  @SuppressWarnings("ArrayRecordComponent") // in transit; never compared
  record Row(byte[] key, byte[] value) {}

  /** The row with that key, else the one before it. */
  Optional<Row> floor(Table table, byte[] key) {
    try (RocksIterator rows = database.db().newIterator(database.family(table))) {
      rows.seekForPrev(key);
      rows.status();
      return rows.isValid() ? Optional.of(new Row(rows.key(), rows.value())) : Optional.empty();
    } catch (RocksDBException e) {
      throw unreadable(table, e);
    }
  }

  /** The greatest key of the table. */
  Optional<byte[]> lastKey(Table table) {
    try (RocksIterator rows = database.db().newIterator(database.family(table))) {
      rows.seekToLast();
      rows.status();
      return rows.isValid() ? Optional.of(rows.key()) : Optional.empty();
    } catch (RocksDBException e) {
      throw unreadable(table, e);
    }
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static StoreFailure unreadable(Table table, RocksDBException cause) {
    return new StoreFailure("Table " + table + " can't be read", cause);
  }
}
