package dev.cairn.gateway.ingest;

import dev.cairn.evidence.event.EventRejection;
import dev.cairn.gateway.access.AccessProblems;
import dev.cairn.http.ProblemType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The ways in which this room refuses, beyond those that every endpoint has. */
final class GatewayProblems {

  static final ProblemType EMPTY_BATCH =
      new ProblemType("empty-batch", 400, "The request has no events");
  static final ProblemType TOO_MANY_EVENTS =
      new ProblemType("too-many-events", 413, "The request has more events than allowed");
  static final ProblemType NO_EVENT_ACCEPTED =
      new ProblemType("no-event-accepted", 400, "Every event was refused, for several reasons");
  static final ProblemType IDEMPOTENCY_CONFLICT =
      new ProblemType(
          "idempotency-conflict", 409, "The signer used this jti for an event with other bytes");
  static final ProblemType TOO_SLOW =
      new ProblemType("request-too-slow", 408, "The body took longer to come in than it may");
  static final ProblemType OVERLOADED =
      new ProblemType("overloaded", 503, "More is waiting than the gateway takes; nothing stored");

  /** A client that waits so long finds a queue that was emptied many times. */
  static final int RETRY_AFTER_SECONDS = 1;

  private static final Map<EventRejection, ProblemType> REJECTIONS = rejections();

  private GatewayProblems() {}

  private static Map<EventRejection, ProblemType> rejections() {
    Map<EventRejection, ProblemType> types = new EnumMap<>(EventRejection.class);
    for (EventRejection reason : EventRejection.values()) {
      int status = reason == EventRejection.EVENT_TOO_LARGE ? 413 : 400;
      String title = "An event is refused: " + reason.slug().replace('-', ' ');
      types.put(reason, new ProblemType(reason.slug(), status, title));
    }
    return types;
  }

  static ProblemType of(EventRejection reason) {
    return Objects.requireNonNull(REJECTIONS.get(reason));
  }

  /** For the endpoint's description. */
  static List<ProblemType> all() {
    Stream<ProblemType> requests =
        Stream.of(
            ProblemType.MALFORMED_JSON,
            ProblemType.INVALID_REQUEST,
            EMPTY_BATCH,
            NO_EVENT_ACCEPTED,
            IDEMPOTENCY_CONFLICT,
            ProblemType.BODY_TOO_LARGE,
            TOO_MANY_EVENTS,
            TOO_SLOW,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            OVERLOADED,
            ProblemType.UNAVAILABLE);
    Stream<ProblemType> events = Arrays.stream(EventRejection.values()).map(GatewayProblems::of);
    return Stream.of(requests, events, AccessProblems.all().stream())
        .flatMap(each -> each)
        .toList();
  }
}
