package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;
import dev.cairn.handover.ReceiptCodec;
import java.util.Optional;

/**
 * The row of an accepted event: key {@code batchId(16) leafIndex(4)}.
 *
 * @param jws compact serialization; shared, not copied
 * @param receiptNumber the row of {@link Table#RECEIPTS} with its receipt
 * @param receiptIndex which receipt of that tree it is
 */
@SuppressWarnings("ArrayRecordComponent") // a row in transit; never compared
record StoredEvent(
    byte[] jws,
    long acceptedAtMillis,
    long receiptNumber,
    int receiptIndex,
    Optional<DeviceKey> device) {

  private static final int VERSION = 2;

  static byte[] key(BatchId batch, int leafIndex) {
    return new ByteWriter().raw(batch.bytes()).i32(leafIndex).toBytes();
  }

  // version(1) acceptedAt(8) receiptNumber(8) receiptIndex(4) device jws crc32c(4)
  byte[] encode() {
    ByteWriter out = new ByteWriter().u8(VERSION).i64(acceptedAtMillis).i64(receiptNumber);
    ReceiptCodec.writeDevice(out.i32(receiptIndex), device);
    return out.block(jws).seal();
  }

  static StoredEvent decode(byte[] row) {
    ByteReader in = ByteReader.unseal(row);
    if (in.u8() != VERSION) {
      throw new MalformedEntryException("An event row is not of format version " + VERSION + ".");
    }
    long acceptedAt = in.i64();
    long receiptNumber = in.i64();
    int receiptIndex = in.i32();
    Optional<DeviceKey> device = ReceiptCodec.readDevice(in);
    StoredEvent event =
        new StoredEvent(in.block(), acceptedAt, receiptNumber, receiptIndex, device);
    in.end();
    return event;
  }
}
