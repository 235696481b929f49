package dev.cairn.proof.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * RocksDB with the columns of this store. Any thread may read; one thread (the clerk) commits. A
 * call after {@link #close} throws instead of crashing the process.
 */
final class Database implements AutoCloseable {
  static {
    RocksDB.loadLibrary();
  }

  /** Memory for blocks read: hot batches are in the proof cache already, so little is enough. */
  private static final long BLOCK_CACHE_BYTES = 16L << 20;

  /** Memory for rows not yet in a file, over all columns: the running process has 512 MB in all. */
  private static final long WRITE_BUFFER_BYTES = 16L << 20;

  /** Bits of Bloom filter per key: 1 % of look-ups of unknown event ids touch the disk. */
  private static final double BLOOM_BITS = 10;

  private final LRUCache blockCache = new LRUCache(BLOCK_CACHE_BYTES);
  private final BloomFilter bloomFilter = new BloomFilter(BLOOM_BITS);
  private final ColumnFamilyOptions columnOptions = columnOptions();
  private final DBOptions options =
      new DBOptions()
          .setCreateIfMissing(true)
          .setCreateMissingColumnFamilies(true)
          .setDbWriteBufferSize(WRITE_BUFFER_BYTES)
          .setMaxOpenFiles(256)
          .setKeepLogFileNum(2);
  private final Map<Column, ColumnFamilyHandle> columns = new EnumMap<>(Column.class);
  private final List<ColumnFamilyHandle> handles = new ArrayList<>();
  private final RocksDB db;

  /** Readers and the writer hold it shared, {@link #close} alone: native memory is freed there. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  /** Guarded by {@link #open}. */
  private boolean closed;

  Database(Path dir) {
    try {
      Files.createDirectories(dir);
      db = RocksDB.open(options, dir.toString(), descriptors(), handles);
    } catch (RocksDBException | IOException e) {
      freeOptions();
      throw new StoreFailure("The proof store in " + dir + " can't be opened: " + e, e);
    }
    // Handles come in the order of the descriptors, the default column first.
    Iterator<ColumnFamilyHandle> opened = handles.listIterator(1);
    for (Column column : Column.values()) {
      columns.put(column, opened.next());
    }
  }

  private ColumnFamilyOptions columnOptions() {
    return new ColumnFamilyOptions()
        .setCompressionType(CompressionType.LZ4_COMPRESSION)
        .setTableFormatConfig(
            new BlockBasedTableConfig().setBlockCache(blockCache).setFilterPolicy(bloomFilter));
  }

  private List<ColumnFamilyDescriptor> descriptors() {
    List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
    descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, columnOptions));
    for (Column column : Column.values()) {
      descriptors.add(new ColumnFamilyDescriptor(column.familyName(), columnOptions));
    }
    return descriptors;
  }

  byte @Nullable [] get(Column column, byte[] key) {
    return whileOpen(
        () -> {
          try {
            return db.get(columns.get(column), key);
          } catch (RocksDBException e) {
            throw new StoreFailure("A row of " + column + " can't be read: " + e.getMessage(), e);
          }
        });
  }

  /** The visitor's view of one row; returns false to stop. */
  interface RowVisitor {
    boolean visit(byte[] key, byte[] value);
  }

  /** Visits rows in key order from the first key that is at or after {@code from}. */
  void scan(Column column, byte[] from, RowVisitor visitor) {
    whileOpen(
        () -> {
          try (RocksIterator rows = db.newIterator(columns.get(column))) {
            rows.seek(from);
            while (rows.isValid() && visitor.visit(rows.key(), rows.value())) {
              rows.next();
            }
            rows.status();
            return true;
          } catch (RocksDBException e) {
            throw new StoreFailure("Column " + column + " can't be scanned: " + e.getMessage(), e);
          }
        });
  }

  Change newChange() {
    return new Change(columns);
  }

  /**
   * Applies all of a change or nothing. With {@code SYNCED} it is on disk when the call returns;
   * with {@code REPLAYABLE} a power cut may lose it, together with everything committed after it.
   */
  void commit(Change change, Durability durability) {
    whileOpen(
        () -> {
          try (WriteOptions write = new WriteOptions().setSync(durability == Durability.SYNCED)) {
            db.write(write, change.rows());
            return true;
          } catch (RocksDBException e) {
            throw new StoreFailure("A change can't be written: " + e.getMessage(), e);
          }
        });
  }

  private <T extends @Nullable Object> T whileOpen(Supplier<T> work) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new StoreFailure("The proof store is closed.");
      }
      return work.get();
    } finally {
      open.readLock().unlock();
    }
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        handles.forEach(ColumnFamilyHandle::close);
        db.close();
        freeOptions();
      }
    } finally {
      open.writeLock().unlock();
    }
  }

  private void freeOptions() {
    options.close();
    columnOptions.close();
    bloomFilter.close();
    blockCache.close();
  }
}
