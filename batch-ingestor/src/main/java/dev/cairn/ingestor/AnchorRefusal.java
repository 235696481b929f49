package dev.cairn.ingestor;

import java.util.List;

/**
 * Reads from a failed transaction whether the contract holds another claim for one of its batches.
 * Then no transaction will ever anchor that batch: two ingestors share a submitter, or a ledger was
 * rolled back to before a batch was closed.
 */
final class AnchorRefusal {

  /** As {@code record} of anchor.pact says it, after the batch's id. */
  private static final String TEXT = " is anchored already with another claim";

  private AnchorRefusal() {}

  /** The batches that the contract names; empty for any other failure. */
  static List<PendingBatch> culprits(Submission submission, String message) {
    return submission.batches().stream()
        .filter(batch -> message.contains(batch.id() + TEXT))
        .toList();
  }
}
