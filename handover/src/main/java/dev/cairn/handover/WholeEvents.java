package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code jwsCount(4) jws… eventCount(4) (event, acceptedAt(8), jwsNumber(4), place)…}: the signed
 * part of a receipt, common to all events of one POST, is written once.
 */
record WholeEvents() implements ClosedEvents {

  /** Of an event: length, one byte, time, number of its receipt, index, count of its path. */
  private static final int LEAST_EVENT_BYTES = 4 + 1 + 8 + 4 + 4 + 4;

  @Override
  public void write(ByteWriter out, List<AcceptedEvent> events) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    events.forEach(event -> numbers.putIfAbsent(event.receipt().jws(), numbers.size()));
    out.i32(numbers.size());
    numbers.keySet().forEach(out::text);
    out.i32(events.size());
    for (AcceptedEvent event : events) {
      out.block(event.jws()).i64(event.acceptedAtMillis());
      out.i32(numbers.get(event.receipt().jws()));
      ReceiptCodec.writePlace(out, event.receipt());
    }
  }

  @Override
  public List<AcceptedEvent> read(ByteReader in, BatchId batch) {
    List<String> signed = new ArrayList<>();
    for (int left = in.count(Integer.BYTES); left > 0; left--) {
      signed.add(in.text());
    }
    List<AcceptedEvent> events = new ArrayList<>();
    for (int left = in.count(LEAST_EVENT_BYTES); left > 0; left--) {
      byte[] jws = in.block();
      long acceptedAt = in.i64();
      String receipt = numbered(signed, in.i32());
      events.add(new AcceptedEvent(jws, ReceiptCodec.readPlace(in, receipt), acceptedAt));
    }
    return events;
  }

  private static String numbered(List<String> signed, int number) {
    if (number < 0 || number >= signed.size()) {
      throw new MalformedEntryException(
          "It names receipt " + number + " of " + signed.size() + ", which is not there.");
    }
    return signed.get(number);
  }
}
