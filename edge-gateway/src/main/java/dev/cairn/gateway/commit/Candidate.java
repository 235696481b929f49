package dev.cairn.gateway.commit;

import dev.cairn.evidence.event.Event;

/** An event whose signature holds, and its place in the request. */
public record Candidate(int index, Event event) {

  public Candidate {
    if (index < 0) {
      throw new IllegalArgumentException("Events of a request count from 0, not " + index + ".");
    }
  }
}
