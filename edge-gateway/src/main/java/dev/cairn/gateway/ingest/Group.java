package dev.cairn.gateway.ingest;

import java.util.List;

/**
 * The parts of a request that are to be accepted together.
 *
 * @param events at least one
 * @param firstIndex of the first of them in its request
 */
record Group(List<RawEvent> events, int firstIndex, RequestOptions options) {

  /** Bytes of the events as received. */
  long bytes() {
    long bytes = 0;
    for (RawEvent event : events) {
      bytes += event.length();
    }
    return bytes;
  }
}
