package dev.cairn.proof.store;

import java.util.Map;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Rows to put and to delete, applied together or not at all. Used by one thread, then closed. */
public final class Change implements AutoCloseable {
  private static final byte[] NOTHING = {};

  private final Map<Column, ColumnFamilyHandle> columns;
  private final WriteBatch rows = new WriteBatch();

  Change(Map<Column, ColumnFamilyHandle> columns) {
    this.columns = columns;
  }

  void put(Column column, byte[] key, byte[] value) {
    try {
      rows.put(columns.get(column), key, value);
    } catch (RocksDBException e) {
      throw new StoreFailure("A row of " + column + " can't be staged: " + e.getMessage(), e);
    }
  }

  /** An index row: all that it says is in its key. */
  void put(Column column, byte[] key) {
    put(column, key, NOTHING);
  }

  void delete(Column column, byte[] key) {
    try {
      rows.delete(columns.get(column), key);
    } catch (RocksDBException e) {
      throw new StoreFailure("A row of " + column + " can't be deleted: " + e.getMessage(), e);
    }
  }

  WriteBatch rows() {
    return rows;
  }

  @Override
  public void close() {
    rows.close();
  }
}
