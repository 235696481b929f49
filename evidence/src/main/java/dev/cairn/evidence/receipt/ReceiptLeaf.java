package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import java.util.Optional;

/**
 * What one receipt is about: this event will be in this batch.
 *
 * @param device the key of the event's device id; empty where the event names its key itself
 */
public record ReceiptLeaf(EventId eventId, BatchId batchId, Optional<DeviceKey> device) {

  /** Of an event that names its key itself. */
  public ReceiptLeaf(EventId eventId, BatchId batchId) {
    this(eventId, batchId, Optional.empty());
  }

  // H(0x00 ‖ eventId (32) ‖ batchId (16) [‖ did:key ‖ 0x20 ‖ tenant])
  Hash hash() {
    return device.isEmpty()
        ? MerkleLog.hashLeaf(eventId.bytes(), batchId.bytes())
        : MerkleLog.hashLeaf(eventId.bytes(), batchId.bytes(), device.get().bytes());
  }
}
