package dev.cairn.gateway.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WALRecoveryMode;

/** One opening of the RocksDB. Opening recovers what the write-ahead log holds. */
final class Database implements AutoCloseable {

  /**
   * Blocks, and indexes but for the idempotency keys' own: these and the filter of ten million keys
   * take some 30 MB beside it.
   */
  private static final long CACHE_BYTES = 48L << 20;

  /** A log of this size makes the memtables behind it be flushed; bounds the time of recovery. */
  private static final long MAX_WAL_BYTES = 96L << 20;

  /** Of all tables together: what is not in a file of its own yet. */
  private static final long MEMTABLE_BYTES = 64L << 20;

  /**
   * Of tables and blobs; those used longest ago are closed for others. Sockets need handles, too.
   */
  private static final int OPEN_FILES = 1000;

  /** Every opening begins a log of RocksDB's own; the last few tell what happened. */
  private static final long INFO_LOGS = 5;

  private static final int PROBE_BYTES = 4096;

  /** Beside the tables that an opening makes of the log: a manifest, options, a log of its own. */
  private static final long OPENING_BYTES = 1 << 20;

  static {
    RocksDB.loadLibrary();
  }

  private final RocksDB db;
  private final LRUCache cache;
  private final DBOptions options;
  private final List<ColumnFamilyDescriptor> descriptors;
  private final Map<Table, ColumnFamilyHandle> families = new EnumMap<>(Table.class);

  private Database(Path dir) throws RocksDBException {
    cache = new LRUCache(CACHE_BYTES);
    options = options();
    descriptors = Arrays.stream(Table.values()).map(table -> table.descriptor(cache)).toList();
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try {
      db = RocksDB.open(options, dir.toString(), descriptors, handles);
    } catch (RocksDBException e) {
      releaseOptions();
      throw e;
    }
    // Handles come in the order of the descriptors.
    Iterator<ColumnFamilyHandle> next = handles.iterator();
    Arrays.stream(Table.values()).forEach(table -> families.put(table, next.next()));
  }

  /** Opens, or makes, the database in the directory. */
  static Database open(Path dir) {
    String failed = "The store in " + dir + " can't be opened";
    try {
      Files.createDirectories(dir);
      return new Database(dir);
    } catch (RocksDBException e) {
      throw isCorruption(e) ? new StoreUnusable(failed, e) : new StoreFailure(failed, e);
    } catch (IOException e) {
      throw new StoreFailure(failed, e);
    }
  }

  private static boolean isCorruption(RocksDBException e) {
    return e.getStatus() != null && e.getStatus().getCode() == Status.Code.Corruption;
  }

  /**
   * Throws {@link StoreFailure} unless a file can be written and fsynced in the directory, and
   * there is room for what an opening writes. Asked before a database that can still be read is
   * given up for one that may not open.
   */
  static void checkWritable(Path dir) {
    checkRoom(dir);
    Path probe = dir.resolve("probe");
    try (FileChannel channel =
        FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(PROBE_BYTES));
      channel.force(true);
      Files.delete(probe);
    } catch (IOException e) {
      throw new StoreFailure("The directory " + dir + " can't be written", e);
    }
  }

  private static void checkRoom(Path dir) {
    try {
      long needed = logBytes(dir) + OPENING_BYTES;
      if (Files.getFileStore(dir).getUsableSpace() < needed) {
        throw new StoreFailure(
            "The disk of " + dir + " is full: to open again may take " + needed + " bytes.");
      }
    } catch (IOException e) {
      throw new StoreFailure("The directory " + dir + " can't be looked at", e);
    }
  }

  /** Of RocksDB's write-ahead logs: an opening writes their content into tables. */
  private static long logBytes(Path dir) throws IOException {
    long bytes = 0;
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(dir, "*.log")) {
      for (Path log : logs) {
        bytes += Files.size(log);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return bytes;
  }

  private static DBOptions options() {
    // Acknowledged records are fsynced, so only an unacknowledged tail can be torn. Damage before
    // the tail is lost promises: then opening fails, by RocksDB's own words, instead of dropping
    // the rest in silence as the default mode would.
    return new DBOptions()
        .setCreateIfMissing(true)
        .setCreateMissingColumnFamilies(true)
        .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
        .setMaxTotalWalSize(MAX_WAL_BYTES)
        .setDbWriteBufferSize(MEMTABLE_BYTES)
        .setMaxOpenFiles(OPEN_FILES)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setKeepLogFileNum(INFO_LOGS)
        .setStatsDumpPeriodSec(0); // an idle gateway is silent
  }

  RocksDB db() {
    return db;
  }

  ColumnFamilyHandle family(Table table) {
    return Objects.requireNonNull(families.get(table));
  }

  /** Nobody may use the database any more: a call after this would crash the process. */
  @Override
  public void close() {
    families.values().forEach(ColumnFamilyHandle::close);
    db.close();
    releaseOptions();
  }

  private void releaseOptions() {
    descriptors.forEach(descriptor -> descriptor.getOptions().close());
    options.close();
    cache.close();
  }
}
