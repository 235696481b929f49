package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;

/** What one receipt is about: this event will be in this batch. */
public record ReceiptLeaf(EventId eventId, BatchId batchId) {

  // H(0x00 ‖ eventId (32) ‖ batchId (16))
  Hash hash() {
    return MerkleLog.hashLeaf(eventId.bytes(), batchId.bytes());
  }
}
