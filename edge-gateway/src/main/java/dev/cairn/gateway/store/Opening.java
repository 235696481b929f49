package dev.cairn.gateway.store;

import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.BatchEntryCodec;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.RocksJournal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** One opening of the database, with everything that is read from it once. */
final class Opening implements AutoCloseable {

  private static final int FORMAT = 3;
  private static final byte[] FORMAT_KEY = "format".getBytes(StandardCharsets.US_ASCII);

  private final Database database;
  private final StoreWrites writes;
  private final WriteOptions fsync = new WriteOptions().setSync(true);
  private final Rows rows;
  private final EventTable events;
  private final RocksJournal<BatchEntry> journal;
  private final Sweep sweep;

  /** Number of the next receipt; touched by the writer's thread only. */
  private long nextReceipt;

  Opening(Database database, StoreWrites writes) {
    this.database = database;
    this.writes = writes;
    this.rows = new Rows(database);
    this.events = new EventTable(rows);
    this.journal =
        new RocksJournal<>(
            StoreJournal.NAME,
            database.db(),
            database.family(Table.JOURNAL),
            BatchEntryCodec.byReference(events));
    this.sweep = new Sweep(rows);
    this.nextReceipt =
        rows.lastKey(Table.RECEIPTS).map(key -> new ByteReader(key).i64() + 1).orElse(1L);
  }

  /** Refuses a store of another format; a new one has none yet. */
  void checkFormat() {
    Optional<byte[]> found = rows.get(Table.META, FORMAT_KEY);
    int format = found.map(row -> new ByteReader(row).i32()).orElse(FORMAT);
    if (format != FORMAT) {
      throw new StoreUnusable(
          "The store is of format " + format + "; this program knows format " + FORMAT + ".");
    }
  }

  /** Writes the format, again each time, which proves that the disk takes writes. */
  void proveWritable() {
    try (WriteBatch batch = new WriteBatch()) {
      batch.put(family(Table.META), FORMAT_KEY, new ByteWriter().i32(FORMAT).toBytes());
      write(batch);
    } catch (RocksDBException e) {
      throw new StoreFailure("The store can't be written", e);
    }
  }

  /** Atomic and fsynced when the call returns. */
  void write(WriteBatch batch) throws RocksDBException {
    writes.write(database.db(), fsync, batch);
  }

  ColumnFamilyHandle family(Table table) {
    return database.family(table);
  }

  long takeReceiptNumber() {
    return nextReceipt++;
  }

  Rows rows() {
    return rows;
  }

  Sweep sweep() {
    return sweep;
  }

  EventTable events() {
    return events;
  }

  RocksJournal<BatchEntry> journal() {
    return journal;
  }

  @Override
  public void close() {
    journal.close();
    fsync.close();
    database.close();
  }
}
