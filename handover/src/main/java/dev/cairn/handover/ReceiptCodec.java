package dev.cairn.handover;

import dev.cairn.evidence.receipt.Receipt;

/** The part of a receipt that belongs to one event: its place in the tree of its POST. */
public final class ReceiptCodec {

  private ReceiptCodec() {}

  /** {@code index(4) length(4) path}; the signed part is shared by a POST and stored once. */
  public static void writePlace(ByteWriter out, Receipt receipt) {
    out.i32(receipt.index()).block(receipt.pathBytes());
  }

  /** Reads what {@link #writePlace} wrote, and joins it with the signed part. */
  public static Receipt readPlace(ByteReader in, String jws) {
    return Receipt.of(jws, in.i32(), in.block());
  }
}
