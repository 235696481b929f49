package dev.cairn.proof.endpoint;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the path and the query of a request. What is out of form is a problem that names it. */
final class Query {
  /** Longer than any value that can be valid, short enough to repeat in a problem. */
  private static final int MAX_VALUE_CHARS = 64;

  /** RFC 3339 has years of four digits. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private final RoutingContext context;

  Query(RoutingContext context) {
    this.context = context;
  }

  BatchId batchId() {
    return parsed("batchId", context.pathParam("batchId"), BatchId::parse);
  }

  EventId eventId() {
    return parsed("eventId", context.pathParam("eventId"), EventId::parse);
  }

  /** A batch id in the query. */
  Optional<BatchId> batchId(String name) {
    return text(name).map(value -> parsed(name, value, BatchId::parse));
  }

  private static <T> T parsed(String name, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw invalid(name, e.getMessage());
    }
  }

  /** The value given once; empty if it is not given. */
  Optional<String> text(String name) {
    List<String> values = context.queryParam(name);
    if (values.size() > 1) {
      throw invalid(name, "It is given " + values.size() + " times; give it once.");
    }
    Optional<String> value = values.stream().findFirst();
    if (value.filter(text -> text.length() > MAX_VALUE_CHARS).isPresent()) {
      throw invalid(name, "A value has at most " + MAX_VALUE_CHARS + " characters.");
    }
    return value;
  }

  /** A whole number within bounds. */
  int number(String name, int min, int max, int otherwise) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    // Nine digits fit an int, so parsing can't fail.
    int number = value.get().matches("[0-9]{1,9}") ? Integer.parseInt(value.get()) : -1;
    if (number < min || number > max) {
      throw invalid(
          name, "A whole number from " + min + " to " + max + ", not \"" + value.get() + "\".");
    }
    return number;
  }

  /** A time as RFC 3339 writes it, from 1970 on. */
  Optional<Instant> instant(String name) {
    return text(name).map(value -> instant(name, value));
  }

  private static Instant instant(String name, String value) {
    try {
      Instant instant = OffsetDateTime.parse(value).toInstant();
      if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(END_OF_TIME)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Said below: a text that is no time, and a time that is out of bounds, get the same answer.
    }
    throw invalid(
        name,
        "A time from 1970 to 9999 such as 2026-11-20T12:00:00Z (RFC 3339), not \"" + value + "\".");
  }

  static Problem invalid(String name, String what) {
    return ProblemType.INVALID_REQUEST
        .because("Parameter " + name + ": " + what)
        .with("parameter", name);
  }
}
