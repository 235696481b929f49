package dev.cairn.gateway.commit;

import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.receipt.DeviceKey;
import java.util.Optional;

/**
 * An event whose signature holds, and its place in the request.
 *
 * @param device what the receipt has to say of its key; empty where the event names it itself
 */
public record Candidate(int index, Event event, Optional<DeviceKey> device) {

  public Candidate {
    if (index < 0) {
      throw new IllegalArgumentException("Events of a request count from 0, not " + index + ".");
    }
  }

  /** An event that names its key itself. */
  public Candidate(int index, Event event) {
    this(index, event, Optional.empty());
  }
}
