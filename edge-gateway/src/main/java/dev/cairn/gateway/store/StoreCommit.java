package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.gateway.batch.OpenBatch;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.BatchEntryCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * One atomic write. Nothing of it is on disk, or visible to anybody, before {@link #write} returns.
 * For the writer's thread only.
 */
public final class StoreCommit implements AutoCloseable {

  private final Opening opening;
  private final StoreJournal published;
  private final WriteBatch batch = new WriteBatch();

  /** The row that grows, of each batch that got an event. */
  private final Map<BatchId, EventRun> runs = new LinkedHashMap<>();

  private final List<PlacedKey> keys = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // a row in transit; never compared
  private record PlacedKey(byte[] key, byte[] placement) {}

  StoreCommit(Opening opening, StoreJournal published) {
    this.opening = opening;
    this.published = published;
  }

  /** The receipts of this write; their number goes into the rows of their events. */
  public long putReceipts(ReceiptTree tree) {
    long number = opening.takeReceiptNumber();
    put(Table.RECEIPTS, StoredReceipts.key(number), StoredReceipts.encode(tree));
    return number;
  }

  /** An event with its key, and with the receipt of that number and index. */
  public void putEvent(
      IdempotencyKey key,
      Placement placement,
      byte[] jws,
      long acceptedAtMillis,
      long receiptNumber,
      GivenReceipt receipt) {
    StoredEvent event =
        new StoredEvent(jws, acceptedAtMillis, receiptNumber, receipt.index(), receipt.device());
    run(placement.batchId(), placement.leafIndex()).add(event);
    putKey(key, placement);
  }

  private EventRun run(BatchId id, int leaf) {
    EventRun run = runs.get(id);
    if (run == null || !run.takes(leaf)) {
      if (run != null) {
        put(run);
      }
      run = new EventRun(id, leaf);
      runs.put(id, run);
    }
    return run;
  }

  private void put(EventRun run) {
    put(Table.EVENTS, run.key(), run.encode());
  }

  /** What a repetition of an event is recognised by. */
  public void putKey(IdempotencyKey key, Placement placement) {
    keys.add(new PlacedKey(key.bytes(), placement.toBytes()));
  }

  /** In their order: the memtable finds the place of a key fast when it is beside the last one. */
  private void putKeys() {
    keys.sort((left, right) -> Arrays.compareUnsigned(left.key, right.key));
    keys.forEach(placed -> put(Table.IDEMPOTENCY, placed.key, placed.placement));
    keys.clear();
  }

  /** The batch exists; its first event is in the same write. */
  public void open(OpenBatch opened) {
    BatchId id = opened.id();
    putOpen(opened);
    append(
        new BatchEntry.Opened(
            id, opened.lane().tenant(), opened.lane().chainId(), opened.openedAtMillis()));
  }

  /** The limits of an open batch, as requests have lowered them. */
  public void putOpen(OpenBatch batch) {
    put(Table.OPEN, batch.id().bytes(), OpenRow.encode(batch));
  }

  /** The batch's content is final. */
  public void close(OpenBatch closed, long nowMillis) {
    try {
      opening
          .journal()
          .appendEncoded(
              batch,
              BatchEntryCodec.closedByReference(
                  closed.id(),
                  closed.lane().tenant(),
                  closed.lane().chainId(),
                  closed.openedAtMillis(),
                  nowMillis,
                  closed.anchorByMillis(),
                  closed.size()));
    } catch (RocksDBException e) {
      throw new StoreFailure("A write can't be prepared", e);
    }
    delete(Table.OPEN, closed.id().bytes());
  }

  /**
   * Deletes idempotency keys that are old enough, among a few that come next in the table.
   *
   * @param added keys of this write: twice as many are looked at
   * @param before keys of batches that were opened before this time are deleted
   */
  public void forget(int added, long before) {
    opening.sweep().go(added, before, key -> delete(Table.IDEMPOTENCY, key));
  }

  /**
   * Durable, and visible in the journal, when the call returns. Without content it writes nothing.
   *
   * @throws StoreFailure when that is not known; the store must be reopened
   */
  public void write() {
    putKeys();
    runs.values().forEach(this::put);
    runs.clear();
    if (batch.count() == 0) {
      return;
    }
    try {
      opening.write(batch);
    } catch (RocksDBException e) {
      throw new StoreFailure("A write failed", e);
    }
    // A crash here leaves durable entries that no reader was told of: readers that start again find
    // them, because a journal begins at what the disk holds (RocksJournal, constructor).
    published.published(opening.journal());
  }

  private void append(BatchEntry entry) {
    try {
      opening.journal().append(batch, entry);
    } catch (RocksDBException e) {
      throw new StoreFailure("A write can't be prepared", e);
    }
  }

  private void put(Table table, byte[] key, byte[] value) {
    try {
      batch.put(opening.family(table), key, value);
    } catch (RocksDBException e) {
      throw new StoreFailure("A write can't be prepared", e);
    }
  }

  private void delete(Table table, byte[] key) {
    try {
      batch.delete(opening.family(table), key);
    } catch (RocksDBException e) {
      throw new StoreFailure("A write can't be prepared", e);
    }
  }

  /** Without a {@link #write} before it, nothing happened; but the store must be reopened. */
  @Override
  public void close() {
    batch.close();
  }
}
