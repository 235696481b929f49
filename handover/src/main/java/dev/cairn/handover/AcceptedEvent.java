package dev.cairn.handover;

import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.Receipt;
import java.util.Arrays;
import java.util.Objects;

/**
 * An event on disk, with the receipt that was given for it.
 *
 * @param jws compact serialization, exactly as signed; shared, not copied: nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record AcceptedEvent(byte[] jws, Receipt receipt, long acceptedAtMillis) {

  public AcceptedEvent {
    Objects.requireNonNull(receipt);
    if (jws.length == 0) {
      throw new IllegalArgumentException("An event has bytes; this one has none.");
    }
  }

  /** The event's leaf hash. Computed anew by each call. */
  public EventId id() {
    return EventId.ofEvent(jws);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AcceptedEvent that
        && acceptedAtMillis == that.acceptedAtMillis
        && Arrays.equals(jws, that.jws)
        && receipt.equals(that.receipt);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(jws) + Long.hashCode(acceptedAtMillis);
  }

  @Override
  public String toString() {
    return "AcceptedEvent[" + jws.length + " bytes, accepted at " + acceptedAtMillis + "]";
  }
}
