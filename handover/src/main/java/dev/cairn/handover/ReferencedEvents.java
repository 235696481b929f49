package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import java.util.List;

/** {@code count(4)}; the events themselves are rows elsewhere. */
record ReferencedEvents(EventRows rows) implements ClosedEvents {

  @Override
  public void write(ByteWriter out, List<AcceptedEvent> events) {
    out.i32(events.size());
  }

  @Override
  public List<AcceptedEvent> read(ByteReader in, BatchId batch) {
    int count = in.i32();
    List<AcceptedEvent> events = rows.of(batch);
    if (events.size() != count) {
      throw new MalformedEntryException(
          "Batch "
              + batch
              + " closed with "
              + count
              + " events; "
              + events.size()
              + " rows are there.");
    }
    return events;
  }
}
