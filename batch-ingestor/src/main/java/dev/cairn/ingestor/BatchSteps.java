package dev.cairn.ingestor;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.AnchorEntry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.rocksdb.RocksDBException;

/**
 * The durable steps of a batch, {@code closed → submitted → mined → final} and the ways back: what
 * each writes, what the rooms after hear of it, and what a crash after it leaves behind.
 */
final class BatchSteps {

  private final Ledger ledger;
  private final Clock clock;

  BatchSteps(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Waiting batches got a signed transaction. */
  void prepared(Submission submission) {
    ledger.commit(
        CommitStep.PREPARED,
        page -> {
          for (PendingBatch batch : submission.batches()) {
            page.removeWaiting(batch);
          }
          page.put(submission);
          tell(page, submission, batch -> submitted(submission, batch));
        });
    // A crash here leaves a signed transaction that nobody has seen. ChainLane sends every
    // transaction without a block that it has not sent since it started: the same bytes, hence the
    // same request key, so that it is mined at most once whether or not it was sent before.
  }

  /** The transaction stands in a block; a failed one too, but nobody hears of that yet. */
  Submission mined(Submission submission, Submission.Place place, boolean succeeded) {
    Submission placed = submission.at(place);
    ledger.commit(
        CommitStep.MINED,
        page -> {
          page.put(placed);
          if (succeeded) {
            tell(page, placed, batch -> mined(placed, place, batch));
          }
        });
    // A crash here leaves a transaction with a block. ChainLane asks for it again at the depth that
    // makes it final, and finds there if the block has gone in the meantime.
    return placed;
  }

  /** The block is deep enough and the transaction succeeded. */
  void settled(Submission submission, Submission.Place place) {
    ledger.commit(
        CommitStep.FINAL,
        page -> {
          page.remove(submission);
          tell(page, submission, batch -> settled(submission, place, batch));
        });
    // A crash here leaves nothing to do: the batches have left the ledger in the same write that
    // made their last journal entry.
  }

  /** The block is no longer on the winning branch, and no other block has the transaction. */
  Submission lost(Submission submission, String reason) {
    Submission again = submission.lost();
    ledger.commit(
        CommitStep.LOST,
        page -> {
          page.put(again);
          tell(page, submission, batch -> returned(batch, reason));
          tell(page, again, batch -> submitted(again, batch));
        });
    // A crash here leaves what PREPARED leaves, and the same code sends it again.
    return again;
  }

  /** The transaction is dead for good; its batches need another one. */
  void returned(Submission submission, String reason) {
    ledger.commit(
        CommitStep.RETURNED,
        page -> {
          page.remove(submission);
          for (PendingBatch batch : submission.batches()) {
            page.putWaiting(batch);
          }
          tell(page, submission, batch -> returned(batch, reason));
        });
    // A crash here leaves waiting batches, as after TAKEN_IN: ChainLane prepares a transaction.
  }

  /** The chain holds another claim for some batches of a failed transaction; the others wait. */
  void refused(Submission submission, List<PendingBatch> culprits, String reason) {
    ledger.commit(
        CommitStep.REFUSED,
        page -> {
          page.remove(submission);
          for (PendingBatch batch : submission.batches()) {
            if (culprits.contains(batch)) {
              page.putRefused(batch);
            } else {
              page.putWaiting(batch);
            }
          }
          tell(page, submission, batch -> returned(batch, reason));
        });
    // A crash here leaves the culprits set aside, where Ingestor.health reports them after every
    // start, and the others waiting, as after TAKEN_IN.
  }

  private static void tell(
      Ledger.Page page, Submission submission, Function<BatchId, AnchorEntry> entry)
      throws RocksDBException {
    for (PendingBatch batch : submission.batches()) {
      page.append(entry.apply(batch.id()));
    }
  }

  private AnchorEntry submitted(Submission s, BatchId batch) {
    String key = s.requestKey().toString();
    return new AnchorEntry.Submitted(batch, s.chain().value(), key, clock.millis(), s.attempt());
  }

  private AnchorEntry mined(Submission s, Submission.Place place, BatchId batch) {
    return new AnchorEntry.Mined(
        batch,
        s.chain().value(),
        s.requestKey().toString(),
        place.height().value(),
        place.blockHash().toString(),
        clock.millis());
  }

  private AnchorEntry settled(Submission s, Submission.Place place, BatchId batch) {
    return new AnchorEntry.Final(
        batch,
        s.chain().value(),
        s.requestKey().toString(),
        place.height().value(),
        place.blockHash().toString(),
        clock.millis());
  }

  private AnchorEntry returned(BatchId batch, String reason) {
    return new AnchorEntry.Returned(batch, reason, clock.millis());
  }
}
