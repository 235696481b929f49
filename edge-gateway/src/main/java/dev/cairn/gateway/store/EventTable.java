package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.EventRows;
import dev.cairn.handover.MalformedEntryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Accepted events, joined with their receipts. For any thread. */
final class EventTable implements EventRows {

  private final Rows rows;

  EventTable(Rows rows) {
    this.rows = rows;
  }

  /** The receipt of an event that is there. */
  GivenReceipt receipt(BatchId batch, int leafIndex) {
    byte[] row =
        rows.get(Table.EVENTS, StoredEvent.key(batch, leafIndex))
            .orElseThrow(() -> missing("Event " + leafIndex + " of batch " + batch));
    StoredEvent event = StoredEvent.decode(row);
    return new GivenReceipt(tree(event.receiptNumber()), event.receiptIndex(), event.device());
  }

  @Override
  public List<AcceptedEvent> of(BatchId batch) {
    Map<Long, ReceiptTree> trees = new HashMap<>();
    List<AcceptedEvent> events = new ArrayList<>();
    scan(
        batch,
        event -> {
          ReceiptTree tree = trees.computeIfAbsent(event.receiptNumber(), this::tree);
          Receipt receipt = tree.receipt(event.receiptIndex(), event.device());
          events.add(new AcceptedEvent(event.jws(), receipt, event.acceptedAtMillis()));
        });
    return events;
  }

  /** Every event of the batch, in leaf order; throws when one is missing. */
  void scan(BatchId batch, Consumer<StoredEvent> visitor) {
    AtomicInteger next = new AtomicInteger();
    rows.scan(
        Table.EVENTS,
        batch.bytes(),
        (key, row) -> {
          int leaf = next.getAndIncrement();
          if (!Arrays.equals(key, StoredEvent.key(batch, leaf))) {
            throw missing("Event " + leaf + " of batch " + batch);
          }
          visitor.accept(StoredEvent.decode(row));
        });
  }

  private ReceiptTree tree(long number) {
    byte[] row =
        rows.get(Table.RECEIPTS, StoredReceipts.key(number))
            .orElseThrow(() -> missing("Receipt " + number));
    return StoredReceipts.decode(row);
  }

  private static MalformedEntryException missing(String what) {
    return new MalformedEntryException(what + " is not in the store.");
  }
}
