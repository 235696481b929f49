package dev.cairn.ingestor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The ledger's RocksDB: rows by family, read from any thread. What is read after {@link #close}
 * fails, instead of reaching into freed memory.
 */
final class LedgerFiles implements AutoCloseable {

  /** Kinds of rows; each is a column family. */
  enum Family {
    /** Single values by name. */
    DEFAULT,
    /** Batches without a transaction. */
    WAITING,
    /** Transactions under way, with their batches. */
    SUBMISSIONS,
    /** Batches that the chain holds under another claim. */
    REFUSED,
    /** The journal for the rooms after this one. */
    ANCHORS;

    private byte[] bytes() {
      return name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Small, so that deleted rows leave the way of scans soon; rows are a few hundred bytes. */
  private static final long WRITE_BUFFER_BYTES = 4L << 20;

  /** Bounds the time of a start after a crash. */
  private static final long MAX_WAL_BYTES = 32L << 20;

  private final DBOptions options;
  private final ColumnFamilyOptions familyOptions = new ColumnFamilyOptions();
  private final WriteOptions synced = new WriteOptions().setSync(true);
  private final Map<Family, ColumnFamilyHandle> handles = new EnumMap<>(Family.class);
  private final RocksDB db;

  /** Whoever touches the database holds the read lock; closing takes the write lock. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Guarded by {@link #lock}. */
  private boolean closed;

  LedgerFiles(Path directory, Env files) throws RocksDBException {
    options =
        new DBOptions()
            .setEnv(files)
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setMaxTotalWalSize(MAX_WAL_BYTES);
    familyOptions.setWriteBufferSize(WRITE_BUFFER_BYTES);
    List<ColumnFamilyDescriptor> families =
        Stream.of(Family.values())
            .map(family -> new ColumnFamilyDescriptor(family.bytes(), familyOptions))
            .toList();
    List<ColumnFamilyHandle> opened = new ArrayList<>();
    db = RocksDB.open(options, directory.toString(), families, opened);
    for (Family family : Family.values()) {
      handles.put(family, opened.get(handles.size()));
    }
  }

  RocksDB db() {
    return db;
  }

  ColumnFamilyHandle handle(Family family) {
    return Objects.requireNonNull(handles.get(family));
  }

  /** A read of the database. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws RocksDBException;
  }

  private <T> T reading(Reading<T> reading) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new LedgerException("The ledger is closed.");
      }
      return reading.read();
    } catch (RocksDBException e) {
      throw new LedgerException("The ledger can't be read.", e);
    } finally {
      lock.readLock().unlock();
    }
  }

  Optional<byte[]> get(Family family, byte[] key) {
    return reading(() -> Optional.ofNullable(db.get(handle(family), key)));
  }

  /** The values of the first rows whose keys start with the prefix, in the order of their keys. */
  <T> List<T> scan(Family family, byte[] prefix, int max, Function<byte[], T> decode) {
    return reading(() -> scanned(family, prefix, max, decode));
  }

  private <T> List<T> scanned(Family family, byte[] prefix, int max, Function<byte[], T> decode)
      throws RocksDBException {
    List<T> found = new ArrayList<>();
    try (RocksIterator rows = db.newIterator(handle(family))) {
      rows.seek(prefix);
      while (rows.isValid() && found.size() < max && startsWith(rows.key(), prefix)) {
        found.add(decode.apply(rows.value()));
        rows.next();
      }
      rows.status();
    }
    return found;
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** The first key at or after the given one. */
  Optional<byte[]> firstKey(Family family, byte[] from) {
    return reading(
        () -> {
          try (RocksIterator rows = db.newIterator(handle(family))) {
            rows.seek(from);
            rows.status();
            return rows.isValid() ? Optional.of(rows.key()) : Optional.empty();
          }
        });
  }

  /** All changes or none, on disk when the call returns. */
  void write(WriteBatch changes) throws RocksDBException {
    db.write(synced, changes);
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      handles.values().forEach(ColumnFamilyHandle::close);
      db.close();
      synced.close();
      familyOptions.close();
      options.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
