package dev.cairn.gateway.store;

import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;

/** The row of the receipts of one write: key {@code number(8)}. */
final class StoredReceipts {

  private static final int VERSION = 2;

  private StoredReceipts() {}

  static byte[] key(long number) {
    return new ByteWriter().i64(number).toBytes();
  }

  // version(1) size(4) jws hashes crc32c(4)
  static byte[] encode(ReceiptTree tree) {
    ByteWriter out = new ByteWriter().u8(VERSION).i32(tree.size()).text(tree.jws());
    return out.block(tree.hashes()).seal();
  }

  static ReceiptTree decode(byte[] row) {
    ByteReader in = ByteReader.unseal(row);
    if (in.u8() != VERSION) {
      throw new MalformedEntryException("A receipts row is not of format version " + VERSION + ".");
    }
    int size = in.i32();
    ReceiptTree tree = ReceiptTree.of(in.text(), size, in.block());
    in.end();
    return tree;
  }
}
