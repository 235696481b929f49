package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.gateway.batch.Lane;
import dev.cairn.gateway.batch.OpenBatch;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;

/**
 * The row of a batch that is not closed: key {@code batchId(16)}. Its events are rows of their own.
 * A restored batch lives by the limits of the settings, or those that requests had lowered.
 */
final class OpenRow {

  private static final int VERSION = 2;

  private OpenRow() {}

  // version(1) tenant chainId(4) openedAt(8) anchorBy(8) maxEvents(4) closeAt(8) crc32c(4)
  static byte[] encode(OpenBatch batch) {
    ByteWriter out = new ByteWriter().u8(VERSION).text(batch.lane().tenant());
    out.i32(batch.lane().chainId()).i64(batch.openedAtMillis()).i64(batch.anchorByMillis());
    out.i32(batch.maxEvents()).i64(batch.closeAtMillis());
    return out.seal();
  }

  static OpenBatch decode(BatchId id, byte[] row, BatchLimits limits) {
    ByteReader in = ByteReader.unseal(row);
    if (in.u8() != VERSION) {
      throw new MalformedEntryException("The row of an open batch is not of format version 2.");
    }
    Lane lane = new Lane(in.text(), in.i32());
    OpenBatch batch = new OpenBatch(id, lane, in.i64(), in.i64(), limits);
    batch.lower(in.i32(), in.i64());
    in.end();
    return batch;
  }
}
