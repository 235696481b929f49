package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.ByteReader;
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

  /** An event that is there, with its receipt. */
  KnownEvent known(BatchId batch, int leaf) {
    StoredEvent event = event(batch, leaf);
    return new KnownEvent(
        EventId.ofEvent(event.jws()),
        new GivenReceipt(tree(event.receiptNumber()), event.receiptIndex(), event.device()));
  }

  private StoredEvent event(BatchId batch, int leaf) {
    String name = "Event " + leaf + " of batch " + batch;
    Rows.Row row =
        rows.floor(Table.EVENTS, EventRun.key(batch, leaf)).orElseThrow(() -> missing(name));
    ByteReader key = new ByteReader(row.key());
    if (!BatchId.of(key.raw(BatchId.BYTES)).equals(batch)) {
      throw missing(name);
    }
    int index = leaf - key.i32();
    List<StoredEvent> run = EventRun.decode(row.value());
    if (index >= run.size()) {
      throw missing(name);
    }
    return run.get(index);
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
          if (!Arrays.equals(key, EventRun.key(batch, next.get()))) {
            throw missing("Event " + next.get() + " of batch " + batch);
          }
          List<StoredEvent> run = EventRun.decode(row);
          run.forEach(visitor);
          next.addAndGet(run.size());
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
