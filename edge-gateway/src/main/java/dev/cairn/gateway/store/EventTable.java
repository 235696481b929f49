package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.EventRows;
import dev.cairn.handover.MalformedEntryException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Accepted events, joined with the signed parts of their receipts. For any thread. */
final class EventTable implements EventRows {

  private final Rows rows;

  EventTable(Rows rows) {
    this.rows = rows;
  }

  AcceptedEvent at(BatchId batch, int leafIndex) {
    byte[] row =
        rows.get(Table.EVENTS, StoredEvent.key(batch, leafIndex))
            .orElseThrow(() -> missing("Event " + leafIndex + " of batch " + batch));
    return StoredEvent.decode(row, this::signedPart);
  }

  @Override
  public List<AcceptedEvent> of(BatchId batch) {
    Map<Long, String> known = new HashMap<>();
    LongFunction<String> signedParts = number -> known.computeIfAbsent(number, this::signedPart);
    List<AcceptedEvent> events = new ArrayList<>();
    rows.scan(
        Table.EVENTS,
        batch.bytes(),
        (key, row) -> {
          if (!Arrays.equals(key, StoredEvent.key(batch, events.size()))) {
            throw missing("Event " + events.size() + " of batch " + batch);
          }
          events.add(StoredEvent.decode(row, signedParts));
        });
    return events;
  }

  private String signedPart(long number) {
    byte[] key = receiptKey(number);
    byte[] part = rows.get(Table.RECEIPTS, key).orElseThrow(() -> missing("Receipt " + number));
    return new String(part, StandardCharsets.US_ASCII);
  }

  static byte[] receiptKey(long number) {
    return new ByteWriter().i64(number).toBytes();
  }

  private static MalformedEntryException missing(String what) {
    return new MalformedEntryException(what + " is not in the store.");
  }
}
