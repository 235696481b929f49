package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;
import dev.cairn.handover.ReceiptCodec;
import java.util.function.LongFunction;

/** The row of an accepted event: key {@code batchId(16) leafIndex(4)}. */
final class StoredEvent {

  private static final int VERSION = 1;

  private StoredEvent() {}

  static byte[] key(BatchId batch, int leafIndex) {
    return new ByteWriter().raw(batch.bytes()).i32(leafIndex).toBytes();
  }

  // version(1) acceptedAt(8) receiptNumber(8) place jws crc32c(4)
  static byte[] encode(AcceptedEvent event, long receiptNumber) {
    ByteWriter out = new ByteWriter().u8(VERSION).i64(event.acceptedAtMillis()).i64(receiptNumber);
    ReceiptCodec.writePlace(out, event.receipt());
    return out.block(event.jws()).seal();
  }

  /** The event of a row; {@code signedParts} knows the signed part of a receipt by its number. */
  static AcceptedEvent decode(byte[] row, LongFunction<String> signedParts) {
    ByteReader in = ByteReader.unseal(row);
    if (in.u8() != VERSION) {
      throw new MalformedEntryException("An event row is not of format version 1.");
    }
    long acceptedAt = in.i64();
    String signedPart = signedParts.apply(in.i64());
    Receipt receipt = ReceiptCodec.readPlace(in, signedPart);
    AcceptedEvent event = new AcceptedEvent(in.block(), receipt, acceptedAt);
    in.end();
    return event;
  }
}
