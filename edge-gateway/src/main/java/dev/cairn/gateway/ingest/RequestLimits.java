package dev.cairn.gateway.ingest;

import dev.cairn.evidence.event.EventParser;
import java.time.Duration;

/**
 * What a client may send.
 *
 * @param bodyBytes of a JSON request
 * @param lineBytes of one line of NDJSON; a stream as a whole has no limit
 * @param events in one JSON request
 * @param jsonDepth of a JSON request: the request is an object with an array of objects, 3 deep
 * @param eventBytes of one event's compact serialization
 * @param requestsInFlight requests that are being read or answered at the same time
 * @param bytesInFlight of all those requests together, as received
 * @param bodyWithin from the first piece of a JSON body to its end; a stream may take for ever
 */
public record RequestLimits(
    int bodyBytes,
    int lineBytes,
    int events,
    int jsonDepth,
    int eventBytes,
    int requestsInFlight,
    long bytesInFlight,
    Duration bodyWithin) {

  /** Ten full batches, or a hundred of the largest events. */
  public static final int BODY_BYTES = 8 << 20;

  /** Far above the largest event, so that its own limit is what a client meets. */
  public static final int LINE_BYTES = 1 << 20;

  /** One signature covers a request; its tree stays at 14 levels. */
  public static final int EVENTS = 10_000;

  /** Room for a flattened event with an object in it, which is refused by name. */
  public static final int JSON_DEPTH = 8;

  /** A slow client holds one; a fleet's retries should be refused early rather than late. */
  public static final int REQUESTS_IN_FLIGHT = 4096;

  /** Four of the largest requests; parsed events take about as much again. */
  public static final long BYTES_IN_FLIGHT = 32L << 20;

  /** The largest body over a line of two megabits a second. */
  public static final Duration BODY_WITHIN = Duration.ofSeconds(30);

  public static final RequestLimits DEFAULT =
      new RequestLimits(
          BODY_BYTES,
          LINE_BYTES,
          EVENTS,
          JSON_DEPTH,
          EventParser.DEFAULT_MAX_EVENT_BYTES,
          REQUESTS_IN_FLIGHT,
          BYTES_IN_FLIGHT);

  /** With the usual patience for slow bodies. */
  public RequestLimits(
      int bodyBytes,
      int lineBytes,
      int events,
      int jsonDepth,
      int eventBytes,
      int requestsInFlight,
      long bytesInFlight) {
    this(
        bodyBytes,
        lineBytes,
        events,
        jsonDepth,
        eventBytes,
        requestsInFlight,
        bytesInFlight,
        BODY_WITHIN);
  }

  public RequestLimits {
    if (lineBytes <= eventBytes || bodyBytes <= eventBytes) {
      throw new IllegalArgumentException(
          "Lines and bodies have room for an event of " + eventBytes + " bytes.");
    }
    if (events < 1 || jsonDepth < 3 || requestsInFlight < 1 || bytesInFlight < bodyBytes) {
      throw new IllegalArgumentException(
          "A limit is too small: one request with one event must fit.");
    }
  }
}
