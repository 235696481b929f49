package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.gateway.batch.OpenBatch;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.ClosedBatch;
import java.nio.charset.StandardCharsets;
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

  StoreCommit(Opening opening, StoreJournal published) {
    this.opening = opening;
    this.published = published;
  }

  /** The signed part of the receipts of one POST; its number goes into the rows of its events. */
  public long putReceipt(String signedPart) {
    long number = opening.takeReceiptNumber();
    byte[] value = signedPart.getBytes(StandardCharsets.US_ASCII);
    put(Table.RECEIPTS, EventTable.receiptKey(number), value);
    return number;
  }

  public void putEvent(
      IdempotencyKey key, Placement placement, AcceptedEvent event, long receiptNumber) {
    byte[] place = StoredEvent.key(placement.batchId(), placement.leafIndex());
    put(Table.EVENTS, place, StoredEvent.encode(event, receiptNumber));
    put(Table.IDEMPOTENCY, key.bytes(), placement.toBytes());
  }

  /** The batch exists; its first event is in the same write. */
  public void open(OpenBatch opened) {
    BatchId id = opened.id();
    put(Table.OPEN, id.bytes(), OpenRow.encode(opened));
    append(
        new BatchEntry.Opened(
            id, opened.lane().tenant(), opened.lane().chainId(), opened.openedAtMillis()));
  }

  /** The batch's content is final. */
  public void close(ClosedBatch closed) {
    append(new BatchEntry.Closed(closed));
    try {
      batch.delete(opening.family(Table.OPEN), closed.id().bytes());
    } catch (RocksDBException e) {
      throw new StoreFailure("A write can't be prepared", e);
    }
  }

  /**
   * Durable, and visible in the journal, when the call returns. Without content it writes nothing.
   *
   * @throws StoreFailure when that is not known; the store must be reopened
   */
  public void write() {
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

  /** Without a {@link #write} before it, nothing happened; but the store must be reopened. */
  @Override
  public void close() {
    batch.close();
  }
}
