package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.AnchorEntry.Final;
import dev.cairn.handover.AnchorEntry.Mined;
import dev.cairn.handover.AnchorEntry.Returned;
import dev.cairn.handover.AnchorEntry.Submitted;

/** Bytes of the ingestor's entries: {@code version(1) kind(1) batchId(16) … crc32c(4)}. */
public final class AnchorEntryCodec implements JournalCodec<AnchorEntry> {

  private static final int VERSION = 1;
  private static final int SUBMITTED = 1;
  private static final int MINED = 2;
  private static final int FINAL = 3;
  private static final int RETURNED = 4;

  @Override
  public byte[] encode(AnchorEntry entry) {
    ByteWriter out = new ByteWriter().u8(VERSION);
    if (entry instanceof Submitted e) {
      out.u8(SUBMITTED).raw(e.batchId().bytes()).i32(e.chainId()).text(e.requestKey());
      out.i64(e.atMillis()).i32(e.attempt());
    } else if (entry instanceof Mined e) {
      out.u8(MINED).raw(e.batchId().bytes()).i32(e.chainId()).text(e.requestKey());
      out.i64(e.height()).text(e.blockHash()).i64(e.atMillis());
    } else if (entry instanceof Final e) {
      out.u8(FINAL).raw(e.batchId().bytes()).i32(e.chainId()).text(e.requestKey());
      out.i64(e.height()).text(e.blockHash()).i64(e.atMillis());
    } else {
      Returned e = (Returned) entry;
      out.u8(RETURNED).raw(e.batchId().bytes()).text(e.reason()).i64(e.atMillis());
    }
    return out.seal();
  }

  @Override
  public AnchorEntry decode(byte[] bytes) {
    ByteReader in = ByteReader.unseal(bytes);
    EntryFormat.version(in, VERSION);
    int kind = in.u8();
    AnchorEntry entry = EntryFormat.checked(() -> body(kind, in));
    in.end();
    return entry;
  }

  // Arguments are read in the order of the bytes, which Java evaluates left to right.
  private static AnchorEntry body(int kind, ByteReader in) {
    BatchId id = BatchId.of(in.raw(BatchId.BYTES));
    return switch (kind) {
      case SUBMITTED -> new Submitted(id, in.i32(), in.text(), in.i64(), in.i32());
      case MINED -> new Mined(id, in.i32(), in.text(), in.i64(), in.text(), in.i64());
      case FINAL -> new Final(id, in.i32(), in.text(), in.i64(), in.text(), in.i64());
      case RETURNED -> new Returned(id, in.text(), in.i64());
      default -> throw new MalformedEntryException("It is of the unknown kind " + kind + ".");
    };
  }
}
