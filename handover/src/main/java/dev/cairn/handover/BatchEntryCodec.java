package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.BatchEntry.Closed;
import dev.cairn.handover.BatchEntry.Opened;
import java.util.List;

/**
 * Bytes of the gateway's entries: {@code version(1) kind(1) batch… crc32c(4)}.
 *
 * <p>A closed batch is written either whole, which is the form that travels, or by reference: then
 * its events stay where acceptance put them, in rows beside the journal, and are looked up when the
 * entry is read. Every codec reads opened batches and the closed form that it writes.
 */
public final class BatchEntryCodec implements JournalCodec<BatchEntry> {

  private static final int VERSION = 1;
  private static final int OPENED = 1;
  private static final int CLOSED_WHOLE = 2;
  private static final int CLOSED_BY_REFERENCE = 3;

  private final int closedKind;
  private final ClosedEvents events;

  private BatchEntryCodec(int closedKind, ClosedEvents events) {
    this.closedKind = closedKind;
    this.events = events;
  }

  /** Closed entries carry their events. */
  public static BatchEntryCodec whole() {
    return new BatchEntryCodec(CLOSED_WHOLE, new WholeEvents());
  }

  /** Closed entries carry only the number of their events; {@code rows} has them. */
  public static BatchEntryCodec byReference(EventRows rows) {
    return new BatchEntryCodec(CLOSED_BY_REFERENCE, new ReferencedEvents(rows));
  }

  @Override
  public byte[] encode(BatchEntry entry) {
    ByteWriter out = new ByteWriter().u8(VERSION);
    if (entry instanceof Opened opened) {
      out.u8(OPENED).raw(opened.batchId().bytes()).text(opened.tenant());
      out.i32(opened.chainId()).i64(opened.openedAtMillis());
    } else {
      writeClosed(out, ((Closed) entry).batch());
    }
    return out.seal();
  }

  private void writeClosed(ByteWriter out, ClosedBatch batch) {
    out.u8(closedKind).raw(batch.id().bytes()).text(batch.tenant());
    out.i32(batch.chainId()).i64(batch.openedAtMillis());
    out.i64(batch.closedAtMillis()).i64(batch.anchorByMillis());
    events.write(out, batch.events());
  }

  /**
   * What {@link #byReference} writes for a closed batch, without a look at its events.
   *
   * @param events how many rows it has
   */
  public static byte[] closedByReference(
      BatchId id,
      String tenant,
      int chainId,
      long openedAtMillis,
      long closedAtMillis,
      long anchorByMillis,
      int events) {
    ByteWriter out = new ByteWriter().u8(VERSION).u8(CLOSED_BY_REFERENCE).raw(id.bytes());
    out.text(tenant).i32(chainId).i64(openedAtMillis).i64(closedAtMillis).i64(anchorByMillis);
    return out.i32(events).seal();
  }

  @Override
  public BatchEntry decode(byte[] bytes) {
    ByteReader in = ByteReader.unseal(bytes);
    EntryFormat.version(in, VERSION);
    int kind = in.u8();
    BatchEntry entry = EntryFormat.checked(() -> body(kind, in));
    in.end();
    return entry;
  }

  private BatchEntry body(int kind, ByteReader in) {
    if (kind != OPENED && kind != closedKind) {
      throw new MalformedEntryException("It is of kind " + kind + ", which this codec can't read.");
    }
    BatchId id = BatchId.of(in.raw(BatchId.BYTES));
    String tenant = in.text();
    int chainId = in.i32();
    long openedAt = in.i64();
    return kind == OPENED
        ? new Opened(id, tenant, chainId, openedAt)
        : closed(in, id, tenant, chainId, openedAt);
  }

  private Closed closed(ByteReader in, BatchId id, String tenant, int chainId, long openedAt) {
    long closedAt = in.i64();
    long anchorBy = in.i64();
    List<AcceptedEvent> content = events.read(in, id);
    return new Closed(new ClosedBatch(id, tenant, chainId, openedAt, closedAt, anchorBy, content));
  }
}
