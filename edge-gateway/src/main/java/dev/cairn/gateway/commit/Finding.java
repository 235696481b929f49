package dev.cairn.gateway.commit;

import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.gateway.batch.Leaf;
import dev.cairn.gateway.store.IdempotencyKey;
import dev.cairn.gateway.store.Placement;

/** What a candidate turned out to be; the verdict can be read once receipts are issued. */
sealed interface Finding {

  Verdict verdict();

  /** Never seen; it got a place in this write. */
  record Fresh(int index, IdempotencyKey key, Leaf leaf) implements Finding {

    Placement placement() {
      return new Placement(
          leaf.eventId(), leaf.batch().id(), leaf.batch().lane().chainId(), leaf.index());
    }

    @Override
    public Verdict verdict() {
      return accepted(index, placement(), leaf.receipt(), false);
    }
  }

  /** The same bytes as a fresh one of the same write. */
  record Twin(int index, Fresh first) implements Finding {
    @Override
    public Verdict verdict() {
      return accepted(index, first.placement(), first.leaf().receipt(), true);
    }
  }

  /** The same bytes as an event on disk. */
  record Repetition(int index, Placement placement, Receipt receipt) implements Finding {
    @Override
    public Verdict verdict() {
      return accepted(index, placement, receipt, true);
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
      int index, Placement placement, Receipt receipt, boolean repeated) {
    return new Verdict.Accepted(
        index, placement.eventId(), placement.batchId(), placement.chainId(), receipt, repeated);
  }
}
