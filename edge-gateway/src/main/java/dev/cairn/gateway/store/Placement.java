package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;

/** Where an accepted event stands: its batch, the batch's chain, its leaf. */
public record Placement(BatchId batchId, int chainId, int leafIndex) {

  private static final int VERSION = 2;
  private static final int ENCODED_BYTES = 1 + BatchId.BYTES + 2 * Integer.BYTES;

  // version(1) batchId(16) chainId(4) leafIndex(4)
  byte[] toBytes() {
    ByteWriter out = new ByteWriter(ENCODED_BYTES).u8(VERSION).raw(batchId.bytes());
    return out.i32(chainId).i32(leafIndex).toBytes();
  }

  static Placement of(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    if (in.u8() != VERSION) {
      throw new MalformedEntryException(
          "An idempotency row is not of format version " + VERSION + ".");
    }
    BatchId batchId = BatchId.of(in.raw(BatchId.BYTES));
    Placement placement = new Placement(batchId, in.i32(), in.i32());
    in.end();
    return placement;
  }
}
