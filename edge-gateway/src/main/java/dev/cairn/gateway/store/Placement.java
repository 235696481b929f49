package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;

/** Where an accepted event stands: its batch, the batch's chain, its leaf. */
public record Placement(EventId eventId, BatchId batchId, int chainId, int leafIndex) {

  private static final int VERSION = 1;
  private static final int EVENT_ID_BYTES = 32;

  // version(1) eventId(32) batchId(16) chainId(4) leafIndex(4)
  byte[] toBytes() {
    ByteWriter out = new ByteWriter().u8(VERSION).raw(eventId.bytes()).raw(batchId.bytes());
    return out.i32(chainId).i32(leafIndex).toBytes();
  }

  static Placement of(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    if (in.u8() != VERSION) {
      throw new MalformedEntryException("An idempotency row is not of format version 1.");
    }
    EventId eventId = EventId.of(in.raw(EVENT_ID_BYTES));
    BatchId batchId = BatchId.of(in.raw(BatchId.BYTES));
    Placement placement = new Placement(eventId, batchId, in.i32(), in.i32());
    in.end();
    return placement;
  }
}
