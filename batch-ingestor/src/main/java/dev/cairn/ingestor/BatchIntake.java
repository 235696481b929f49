package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.ClosedBatch;
import dev.cairn.handover.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Takes closed batches from the gateway's journal into the ledger, each once. One thread. */
final class BatchIntake {

  /** Entries in one step. A batch may be 1 MiB, so this bounds memory, and one fsync serves all. */
  private static final int ENTRIES_PER_STEP = 32;

  private final Journal<BatchEntry> batches;
  private final Ledger ledger;

  BatchIntake(Journal<BatchEntry> batches, Ledger ledger) {
    this.batches = batches;
    this.ledger = ledger;
  }

  /** Takes in some of what is new, and gives the chains that got batches. */
  SortedSet<ChainId> takeIn() {
    List<Journal.Entry<BatchEntry>> entries = batches.read(ledger.position(), ENTRIES_PER_STEP);
    SortedSet<ChainId> chains = new TreeSet<>();
    List<PendingBatch> closed = new ArrayList<>();
    for (Journal.Entry<BatchEntry> entry : entries) {
      if (entry.value() instanceof BatchEntry.Closed batch) {
        closed.add(pending(batch.batch()));
      }
    }
    if (!entries.isEmpty()) {
      commit(closed, entries.get(entries.size() - 1).position());
      closed.forEach(batch -> chains.add(batch.chain()));
    }
    return chains;
  }

  /** Whether the journal holds more than the ledger. */
  boolean isBehind() {
    return ledger.position() < batches.end();
  }

  private void commit(List<PendingBatch> closed, long position) {
    ledger.commit(
        CommitStep.TAKEN_IN,
        page -> {
          for (PendingBatch batch : closed) {
            page.putWaiting(batch);
          }
          page.position(position);
        });
    // A crash here leaves waiting batches; Ingestor.open starts the lanes of all chains that have
    // some. A crash before it leaves the old position, from where the journal is read again.
  }

  private static PendingBatch pending(ClosedBatch batch) {
    List<Hash> leaves =
        batch.events().stream().map(AcceptedEvent::jws).map(MerkleLog::hashLeaf).toList();
    BatchTree tree = BatchTree.ofLeaves(leaves);
    return new PendingBatch(
        batch.id(),
        new ChainId(batch.chainId()),
        tree.root().hash(),
        tree.size(),
        batch.closedAtMillis());
  }
}
