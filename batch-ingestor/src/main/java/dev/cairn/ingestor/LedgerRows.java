package dev.cairn.ingestor;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.MalformedEntryException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bytes of the ledger's rows. Every value is {@code version(1) … crc32c(4)}; keys start with the
 * chain, so that a chain's rows stand together, and batches follow in the order of their ids, which
 * is that of time.
 */
final class LedgerRows {

  private static final int VERSION = 1;

  /** Least bytes of one batch in a value: chain, id, root, size, time. */
  private static final int BATCH_BYTES = 4 + BatchId.BYTES + Hash.SIZE + 4 + 8;

  private LedgerRows() {}

  /** chain(4) */
  static byte[] prefix(ChainId chain) {
    return new ByteWriter().i32(chain.value()).toBytes();
  }

  /** chain(4) ‖ batchId(16) */
  static byte[] key(PendingBatch batch) {
    return new ByteWriter().i32(batch.chain().value()).raw(batch.id().bytes()).toBytes();
  }

  /** chain(4) ‖ requestKey(32) */
  static byte[] key(Submission submission) {
    return key(submission.chain(), submission.requestKey());
  }

  private static byte[] key(ChainId chain, RequestKey requestKey) {
    return new ByteWriter().i32(chain.value()).raw(requestKey.hash().bytes()).toBytes();
  }

  static ChainId chainOfKey(byte[] key) {
    return new ChainId(new ByteReader(key).i32());
  }

  static byte[] encode(PendingBatch batch) {
    ByteWriter out = new ByteWriter().u8(VERSION);
    write(out, batch);
    return out.seal();
  }

  static PendingBatch decodeBatch(byte[] bytes) {
    ByteReader in = opened(bytes);
    PendingBatch batch = readBatch(in);
    in.end();
    return batch;
  }

  static byte[] encode(Submission submission) {
    ByteWriter out = new ByteWriter().u8(VERSION).i32(submission.chain().value());
    out.block(submission.command().toJson().getBytes(StandardCharsets.UTF_8))
        .i64(submission.expiresAtSeconds());
    out.i32(submission.attempt()).u8(submission.place().isPresent() ? 1 : 0);
    submission
        .place()
        .ifPresent(place -> out.i64(place.height().value()).raw(place.blockHash().bytes()));
    out.i32(submission.batches().size());
    submission.batches().forEach(batch -> write(out, batch));
    return out.seal();
  }

  // Arguments are read in the order of the bytes, which Java evaluates left to right.
  static Submission decodeSubmission(byte[] bytes) {
    ByteReader in = opened(bytes);
    ChainId chain = new ChainId(in.i32());
    PactCommand command = PactCommand.fromJson(in.block());
    long expiresAt = in.i64();
    int attempt = in.i32();
    Optional<Submission.Place> place = in.u8() == 1 ? Optional.of(readPlace(in)) : Optional.empty();
    List<PendingBatch> batches = readBatches(in);
    in.end();
    return new Submission(chain, command, batches, expiresAt, attempt, place);
  }

  private static Submission.Place readPlace(ByteReader in) {
    return new Submission.Place(new BlockHeight(in.i64()), Hash.of(in.raw(Hash.SIZE)));
  }

  private static List<PendingBatch> readBatches(ByteReader in) {
    int count = in.count(BATCH_BYTES);
    List<PendingBatch> batches = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      batches.add(readBatch(in));
    }
    return batches;
  }

  private static void write(ByteWriter out, PendingBatch batch) {
    out.i32(batch.chain().value()).raw(batch.id().bytes()).raw(batch.root().bytes());
    out.i32(batch.treeSize()).i64(batch.closedAtMillis());
  }

  private static PendingBatch readBatch(ByteReader in) {
    ChainId chain = new ChainId(in.i32());
    BatchId id = BatchId.of(in.raw(BatchId.BYTES));
    return new PendingBatch(id, chain, Hash.of(in.raw(Hash.SIZE)), in.i32(), in.i64());
  }

  private static ByteReader opened(byte[] bytes) {
    ByteReader in = ByteReader.unseal(bytes);
    int version = in.u8();
    if (version != VERSION) {
      throw new MalformedEntryException("It has version " + version + ", not " + VERSION + ".");
    }
    return in;
  }
}
