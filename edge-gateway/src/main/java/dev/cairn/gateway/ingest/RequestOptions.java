package dev.cairn.gateway.ingest;

import dev.cairn.evidence.event.EventHeader;
import dev.cairn.gateway.batch.BatchHints;
import dev.cairn.http.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What a request says about all its events; members of a JSON body, or the query of a stream. */
record RequestOptions(Optional<String> taskKey, BatchHints hints) {

  static final String TASK_KEY = "taskKey";
  static final String BATCH_SIZE = "batchSize";
  static final String TTL = "ttl";

  static final RequestOptions NONE = new RequestOptions(Optional.empty(), BatchHints.NONE);

  RequestOptions withTaskKey(String key) {
    if (key.isEmpty() || key.length() > EventHeader.MAX_KEY_CHARS) {
      throw ProblemType.INVALID_REQUEST.because(
          "taskKey has 1 to "
              + EventHeader.MAX_KEY_CHARS
              + " characters, not "
              + key.length()
              + ".");
    }
    return new RequestOptions(Optional.of(key), hints);
  }

  RequestOptions withBatchSize(long events) {
    if (events < 1 || events > Integer.MAX_VALUE) {
      throw ProblemType.INVALID_REQUEST.because("batchSize is at least 1, not " + events + ".");
    }
    return new RequestOptions(taskKey, new BatchHints(OptionalInt.of((int) events), hints.ttl()));
  }

  RequestOptions withTtl(long millis) {
    if (millis < 0 || millis > Integer.MAX_VALUE) {
      throw ProblemType.INVALID_REQUEST.because(
          "ttl is a number of milliseconds from 0, not " + millis + ".");
    }
    Optional<Duration> ttl = Optional.of(Duration.ofMillis(millis));
    return new RequestOptions(taskKey, new BatchHints(hints.batchSize(), ttl));
  }

  /** One option by its name in a query. */
  RequestOptions with(String name, String value) {
    return switch (name) {
      case TASK_KEY -> withTaskKey(value);
      case BATCH_SIZE -> withBatchSize(number(name, value));
      case TTL -> withTtl(number(name, value));
      default ->
          throw ProblemType.INVALID_REQUEST.because(
              "The query has an unknown parameter \"" + name + "\".");
    };
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw ProblemType.INVALID_REQUEST.because(
          name + " is a whole number, not \"" + value + "\".");
    }
  }
}
