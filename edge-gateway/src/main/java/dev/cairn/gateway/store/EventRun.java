package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;
import dev.cairn.handover.ReceiptCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@link Table#EVENTS}: the events that one write added to one batch, where they are
 * neighbours. One row for all of them, because a row costs the database as much as the bytes of an
 * event. Key {@code batchId(16) firstLeaf(4)}.
 */
final class EventRun {

  /** A row of its own for what comes after so many bytes: a single event stays quick to read. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int VERSION = 3;

  /** Of an event beside its bytes. */
  private static final int TYPICAL_OVERHEAD = 16;

  private final BatchId batch;
  private final int firstLeaf;
  private final List<StoredEvent> events = new ArrayList<>();
  private int bytes;

  EventRun(BatchId batch, int firstLeaf) {
    this.batch = batch;
    this.firstLeaf = firstLeaf;
  }

  static byte[] key(BatchId batch, int leaf) {
    return new ByteWriter(BatchId.BYTES + Integer.BYTES).raw(batch.bytes()).i32(leaf).toBytes();
  }

  byte[] key() {
    return key(batch, firstLeaf);
  }

  void add(StoredEvent event) {
    events.add(event);
    bytes += event.jws().length + TYPICAL_OVERHEAD;
  }

  /** Whether the next leaf of the batch belongs into this row. */
  boolean takes(int leaf) {
    return leaf == firstLeaf + events.size() && bytes < MAX_BYTES;
  }

  // version(1) count(4), for each event: acceptedAt(8) receiptNumber(8) receiptIndex(4) device jws;
  // crc32c(4)
  byte[] encode() {
    ByteWriter out = new ByteWriter(bytes + bytes / 8 + TYPICAL_OVERHEAD);
    out.u8(VERSION).i32(events.size());
    for (StoredEvent event : events) {
      out.i64(event.acceptedAtMillis()).i64(event.receiptNumber()).i32(event.receiptIndex());
      ReceiptCodec.writeDevice(out, event.device());
      out.block(event.jws());
    }
    return out.seal();
  }

  static List<StoredEvent> decode(byte[] row) {
    ByteReader in = ByteReader.unseal(row);
    if (in.u8() != VERSION) {
      throw new MalformedEntryException(
          "A row of events is not of format version " + VERSION + ".");
    }
    int count = in.count(2 * Long.BYTES);
    List<StoredEvent> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long acceptedAt = in.i64();
      long receiptNumber = in.i64();
      int receiptIndex = in.i32();
      var device = ReceiptCodec.readDevice(in);
      events.add(new StoredEvent(in.block(), acceptedAt, receiptNumber, receiptIndex, device));
    }
    in.end();
    return events;
  }
}
