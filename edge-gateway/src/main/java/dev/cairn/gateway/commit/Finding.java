package dev.cairn.gateway.commit;

import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.gateway.batch.Leaf;
import dev.cairn.gateway.store.GivenReceipt;
import dev.cairn.gateway.store.IdempotencyKey;
import dev.cairn.gateway.store.KnownEvent;
import dev.cairn.gateway.store.Placement;

/** What a candidate turned out to be. */
sealed interface Finding {

  /** To be asked when the write is done. */
  Verdict verdict();

  /**
   * Never seen; it got a place in this write.
   *
   * @param receipts of this write
   * @param receiptIndex its place among them
   */
  record Fresh(
      Candidate candidate, IdempotencyKey key, Leaf leaf, WriteReceipts receipts, int receiptIndex)
      implements Finding {

    EventId eventId() {
      return candidate.event().id();
    }

    Placement placement() {
      return new Placement(leaf.batch().id(), leaf.batch().lane().chainId(), leaf.index());
    }

    ReceiptLeaf receiptLeaf() {
      return new ReceiptLeaf(eventId(), leaf.batch().id(), candidate.device());
    }

    GivenReceipt receipt() {
      return new GivenReceipt(receipts.tree(), receiptIndex, candidate.device());
    }

    @Override
    public Verdict verdict() {
      return accepted(candidate.index(), eventId(), placement(), receipt(), false);
    }
  }

  /** The same bytes as a fresh one of the same write. */
  record Twin(int index, Fresh first) implements Finding {
    @Override
    public Verdict verdict() {
      return accepted(index, first.eventId(), first.placement(), first.receipt(), true);
    }
  }

  /** The same bytes as an event on disk. */
  record Repetition(int index, Placement placement, KnownEvent known) implements Finding {
    @Override
    public Verdict verdict() {
      return accepted(index, known.id(), placement, known.receipt(), true);
    }
  }

  /** Other bytes under a used key. */
  record Clash(int index, EventId known) implements Finding {
    @Override
    public Verdict verdict() {
      return new Verdict.Conflict(index, known);
    }
  }

  private static Verdict accepted(
      int index, EventId eventId, Placement placement, GivenReceipt receipt, boolean repeated) {
    return new Verdict.Accepted(
        index, eventId, placement.batchId(), placement.chainId(), receipt, repeated);
  }
}
