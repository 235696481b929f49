package dev.cairn.devnet.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** A store in a directory, kept by RocksDB. Its write-ahead log makes batches atomic. */
public final class RocksStore implements KeyValueStore {

  /** Blocks read again soon are the newest ones; a small cache holds them. */
  private static final long CACHE_BYTES = 8L << 20;

  /** Bounds the memory of the newest writes, which also bounds the log that a restart reads. */
  private static final long WRITE_BUFFER_BYTES = 8L << 20;

  /** Old text logs of RocksDB that nobody reads. */
  private static final int KEPT_LOG_FILES = 2;

  private final Options options;
  private final LRUCache cache;
  private final BloomFilter filter;
  private final RocksDB database;
  private final WriteOptions toProcess = new WriteOptions();
  private final WriteOptions toMachine = new WriteOptions().setSync(true);

  private RocksStore(Options options, LRUCache cache, BloomFilter filter, RocksDB database) {
    this.options = options;
    this.cache = cache;
    this.filter = filter;
    this.database = database;
  }

  /** Opens or creates the store; one process at a time holds it. */
  public static RocksStore open(Path directory) {
    RocksDB.loadLibrary();
    LRUCache cache = new LRUCache(CACHE_BYTES);
    BloomFilter filter = new BloomFilter();
    Options options =
        new Options()
            .setCreateIfMissing(true)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setWriteBufferSize(WRITE_BUFFER_BYTES)
            .setKeepLogFileNum(KEPT_LOG_FILES)
            .setTableFormatConfig(
                new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
    try {
      Files.createDirectories(directory);
      return new RocksStore(options, cache, filter, RocksDB.open(options, directory.toString()));
    } catch (IOException | RocksDBException e) {
      options.close();
      filter.close();
      cache.close();
      throw new StoreException("The chain database " + directory + " does not open.", e);
    }
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    try {
      return database.get(key);
    } catch (RocksDBException e) {
      throw new StoreException("The chain database cannot be read.", e);
    }
  }

  @Override
  public void scan(byte[] prefix, BiConsumer<byte[], byte[]> visitor) {
    try (ReadOptions reading = new ReadOptions();
        RocksIterator entries = database.newIterator(reading)) {
      entries.seek(prefix);
      while (entries.isValid() && Keys.startsWith(entries.key(), prefix)) {
        visitor.accept(entries.key(), entries.value());
        entries.next();
      }
      entries.status();
    } catch (RocksDBException e) {
      throw new StoreException("The chain database cannot be read.", e);
    }
  }

  @Override
  public void write(Batch batch, Durability durability) {
    try (WriteBatch writes = new WriteBatch()) {
      for (Batch.Entry entry : batch.entries()) {
        byte[] value = entry.value();
        if (value == null) {
          writes.delete(entry.key());
        } else {
          writes.put(entry.key(), value);
        }
      }
      database.write(durability == Durability.MACHINE ? toMachine : toProcess, writes);
    } catch (RocksDBException e) {
      throw new StoreException("The chain database cannot be written.", e);
    }
  }

  @Override
  public void close() {
    database.close();
    options.close();
    filter.close();
    cache.close();
    toProcess.close();
    toMachine.close();
  }
}
