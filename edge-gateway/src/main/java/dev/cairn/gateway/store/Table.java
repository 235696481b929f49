package dev.cairn.gateway.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.RocksDB;

/** The column families. Their names are part of the format on disk. */
enum Table {
  /** {@code "format" → version(4)}. */
  META(new String(RocksDB.DEFAULT_COLUMN_FAMILY, StandardCharsets.UTF_8)),
  /** {@code position(8) → BatchEntry}; closed batches by reference to {@link #EVENTS}. */
  JOURNAL("journal"),
  /** {@code batchId(16) firstLeaf(4) → EventRun}. Written once, never changed. */
  EVENTS("events"),
  /** {@code number(8) → StoredReceipts}: those of one write. */
  RECEIPTS("receipts"),
  /** {@code IdempotencyKey → Placement}. */
  IDEMPOTENCY("idempotency"),
  /** {@code batchId(16) → OpenRow}; a row is deleted in the write that closes its batch. */
  OPEN("open");

  /** RocksDB's usual choice: one false positive in a hundred look-ups of absent keys. */
  private static final double BLOOM_BITS_PER_KEY = 10;

  /** Half as many index entries in memory as with the usual 4 KiB. */
  private static final long KEY_BLOCK_BYTES = 8 << 10;

  /** Of the write buffer. */
  private static final double MEMTABLE_BLOOM = 0.05;

  private static final long WRITE_BUFFER_BYTES = 16L << 20;

  /** About the size of a blob file: nothing ever puts small ones together. */
  private static final long EVENTS_BUFFER_BYTES = 32L << 20;

  /** Smaller values stay in the table. */
  private static final long MIN_BLOB_BYTES = 256;

  /**
   * From the second level on. New tables are read again soon; and where compression differs a
   * compaction puts small tables together instead of moving them as they are. Blobs are not
   * compressed: base64url and hashes do not get smaller.
   */
  private static final List<CompressionType> COMPRESSION =
      List.of(CompressionType.NO_COMPRESSION, CompressionType.LZ4_COMPRESSION);

  private final String familyName;

  Table(String familyName) {
    this.familyName = familyName;
  }

  ColumnFamilyDescriptor descriptor(Cache cache) {
    BlockBasedTableConfig blocks =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setCacheIndexAndFilterBlocks(true)
            .setFormatVersion(5);
    if (this == IDEMPOTENCY) {
      // Outside of the cache: one file's filter is a block of a megabyte, and a cache that is full
      // would read it from the disk for each look-up.
      blocks
          .setFilterPolicy(new BloomFilter(BLOOM_BITS_PER_KEY))
          .setCacheIndexAndFilterBlocks(false)
          .setBlockSize(KEY_BLOCK_BYTES);
    }
    ColumnFamilyOptions options =
        new ColumnFamilyOptions()
            .setTableFormatConfig(blocks)
            .setWriteBufferSize(this == EVENTS ? EVENTS_BUFFER_BYTES : WRITE_BUFFER_BYTES)
            .setCompressionPerLevel(COMPRESSION);
    if (this == EVENTS || this == RECEIPTS) {
      // Compactions would copy what is never changed again and again: they move references only.
      options.setEnableBlobFiles(true).setMinBlobSize(MIN_BLOB_BYTES);
    }
    if (this == IDEMPOTENCY) {
      // Nearly every key that is asked for is new: this says so without a search.
      options.setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM).setMemtableWholeKeyFiltering(true);
    }
    return new ColumnFamilyDescriptor(familyName.getBytes(StandardCharsets.UTF_8), options);
  }
}
