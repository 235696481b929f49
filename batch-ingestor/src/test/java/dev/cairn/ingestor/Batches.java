package dev.cairn.ingestor;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.ClosedBatch;
import dev.cairn.handover.MemoryJournal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A gateway's journal, filled by hand, and what its batches have for roots. */
final class Batches {

  static final CommandSigner SIGNER =
      new CommandSigner() {
        @Override
        public String publicKeyHex() {
          return "00".repeat(32);
        }

        @Override
        public byte[] sign(byte[] hash32) {
          return new byte[64];
        }
      };

  private final MemoryJournal<BatchEntry> journal = new MemoryJournal<>();
  private final List<ClosedBatch> closed = new ArrayList<>();
  private final Random random = new Random(7);

  MemoryJournal<BatchEntry> journal() {
    return journal;
  }

  List<ClosedBatch> closed() {
    return List.copyOf(closed);
  }

  /** Opens and closes a batch of some events. */
  ClosedBatch close(int chain, long nowMillis) {
    BatchId id = BatchId.next(nowMillis, random);
    List<AcceptedEvent> events =
        IntStream.rangeClosed(0, closed.size() % 5).mapToObj(i -> event(id, i)).toList();
    ClosedBatch batch =
        new ClosedBatch(id, "default", chain, nowMillis, nowMillis, nowMillis + 600_000, events);
    journal.append(new BatchEntry.Opened(id, "default", chain, nowMillis));
    journal.append(new BatchEntry.Closed(batch));
    closed.add(batch);
    return batch;
  }

  static String rootOf(ClosedBatch batch) {
    List<Hash> leaves = batch.events().stream().map(e -> MerkleLog.hashLeaf(e.jws())).toList();
    return BatchTree.ofLeaves(leaves).root().toString();
  }

  private static AcceptedEvent event(BatchId batch, int index) {
    byte[] jws = ("e30." + batch + "." + index).getBytes(StandardCharsets.UTF_8);
    return new AcceptedEvent(jws, new Receipt("a.b.c", index, List.of()), 0);
  }
}
