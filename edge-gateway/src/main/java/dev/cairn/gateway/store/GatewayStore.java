package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.gateway.batch.OpenBatch;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.handover.RocksJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway has on disk. Every method but {@link #journal} is for the writer's thread only.
 *
 * <p>After a {@link StoreFailure} nobody knows what the disk holds; {@link #reopen} must succeed
 * before anything else is asked. It is also how a store is opened at first.
 */
public final class GatewayStore implements AutoCloseable {

  private final Path dir;
  private final StoreWrites writes;
  private final StoreJournal journal = new StoreJournal();
  private @Nullable Opening opening;

  /** A store that is not open yet. */
  public GatewayStore(Path dir, StoreWrites writes) {
    this.dir = dir;
    this.writes = writes;
  }

  /**
   * Opens the store as the disk has it, whatever happened before, and proves that it can be
   * written. What RocksDB recovers from its log it flushes to tables of their own, fsynced: what is
   * read after this call is durable, even if an earlier fsync of the log failed.
   *
   * @throws StoreFailure when the disk still fails, though the journal can be read if the database
   *     could be opened; try again later
   * @throws StoreUnusable when this program can't use what is there
   */
  public void reopen() {
    if (opening != null) {
      // A store that can be read is better than none: keep it until the disk takes writes again.
      Database.checkWritable(dir);
    }
    journal.reattach(this::replaceOpening);
    current().proveWritable();
  }

  private RocksJournal<BatchEntry> replaceOpening() {
    closeOpening();
    Opening fresh = open();
    opening = fresh;
    return fresh.journal();
  }

  private Opening open() {
    Opening fresh = new Opening(Database.open(dir), writes);
    try {
      fresh.checkFormat();
      return fresh;
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    }
  }

  /** The hand-over to the rooms behind the gateway; for any thread. */
  public Journal<BatchEntry> journal() {
    return journal;
  }

  /** Where the event with this key stands, if there is one. */
  public Optional<Placement> find(IdempotencyKey key) {
    return current().rows().get(Table.IDEMPOTENCY, key.bytes()).map(Placement::of);
  }

  /** The event in that place, with the receipt that was given for it, byte for byte. */
  public KnownEvent known(Placement placement) {
    return current().events().known(placement.batchId(), placement.leafIndex());
  }

  /** The events of a batch, open or closed, in leaf order. */
  public List<AcceptedEvent> events(BatchId batch) {
    return current().events().of(batch);
  }

  /** The batches that were opened and not closed, in order of opening. */
  public List<OpenBatch> openBatches(BatchLimits limits) {
    List<OpenBatch> batches = new ArrayList<>();
    Rows rows = current().rows();
    rows.scan(Table.OPEN, (key, row) -> batches.add(OpenRow.decode(BatchId.of(key), row, limits)));
    batches.forEach(this::restoreEvents);
    return batches;
  }

  private void restoreEvents(OpenBatch batch) {
    LongSummaryStatistics sizes = new LongSummaryStatistics();
    current().events().scan(batch.id(), event -> sizes.accept(event.jws().length));
    if (sizes.getCount() == 0) {
      throw new StoreUnusable("Batch " + batch.id() + " is open and has no events.");
    }
    batch.restore((int) sizes.getCount(), sizes.getSum());
  }

  /** Begins an atomic write. */
  public StoreCommit begin() {
    return new StoreCommit(current(), journal);
  }

  /** Waits for readers of the journal; they get no answers after that. */
  @Override
  public void close() {
    journal.detach();
    closeOpening();
  }

  private void closeOpening() {
    if (opening != null) {
      opening.close();
      opening = null;
    }
  }

  private Opening current() {
    return Objects.requireNonNull(opening, "The store is used while it is closed.");
  }
}
