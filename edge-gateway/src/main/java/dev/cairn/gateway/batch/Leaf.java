package dev.cairn.gateway.batch;

import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.handover.AcceptedEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event's place in a growing batch. It gets its receipt when the whole POST has its places,
 * because one signature covers them all.
 */
public final class Leaf {

  private final EventId eventId;
  private final byte[] jws;
  private final OpenBatch batch;
  private final int index;
  private final long acceptedAtMillis;

  /** Set once, by the writer's thread, before the leaf is written. */
  private @Nullable Receipt receipt;

  Leaf(OpenBatch batch, int index, EventId eventId, byte[] jws, long acceptedAtMillis) {
    this.batch = batch;
    this.index = index;
    this.eventId = eventId;
    this.jws = jws;
    this.acceptedAtMillis = acceptedAtMillis;
  }

  public EventId eventId() {
    return eventId;
  }

  public OpenBatch batch() {
    return batch;
  }

  public int index() {
    return index;
  }

  public void receipt(Receipt issued) {
    receipt = issued;
  }

  public Receipt receipt() {
    return Objects.requireNonNull(receipt, "A leaf is read before its receipt was issued.");
  }

  public AcceptedEvent accepted() {
    return new AcceptedEvent(jws, receipt(), acceptedAtMillis);
  }
}
