package dev.cairn.proof.endpoint;

import dev.cairn.http.Parameter;
import dev.cairn.http.Schema;
import dev.cairn.proof.life.BatchState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request waits for and how long: the parameters {@code wait} and {@code timeout}. */
record Wait(Optional<BatchState> wanted, Duration timeout) {

  /** Four blocks at the usual 30 s; who needs longer asks again. */
  static final Duration MAX_TIMEOUT = Duration.ofMinutes(2);

  /** Enough for a batch to be proved on a network that mines each chain every few seconds. */
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  static final Parameter TIMEOUT =
      Parameter.query(
          "timeout",
          "How long to wait at most: seconds, or 500ms, 10s; up to 120s, 30s if not given.",
          Schema.string("number and unit", "^[0-9]{1,6}(ms|s)?$"));

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|)");

  /** The parameter {@code wait} of a resource where these states can be waited for. */
  static Parameter parameter(List<BatchState> states) {
    return Parameter.query(
        "wait",
        "Answer once the batch has reached this state, or when the timeout ends.",
        Schema.oneOf("a state", names(states)));
  }

  static Wait of(Query query, List<BatchState> states) {
    Optional<BatchState> wanted = query.text("wait").map(text -> state(text, states));
    return new Wait(wanted, query.text("timeout").map(Wait::duration).orElse(DEFAULT_TIMEOUT));
  }

  private static BatchState state(String text, List<BatchState> states) {
    return BatchState.parse(text)
        .filter(states::contains)
        .orElseThrow(
            () -> Query.invalid("wait", "One of " + names(states) + ", not \"" + text + "\"."));
  }

  private static List<String> names(List<BatchState> states) {
    return states.stream().map(BatchState::text).toList();
  }

  private static Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw Query.invalid("timeout", "Seconds, or a duration such as 500ms, not \"" + text + "\".");
    }
    long number = Long.parseLong(parts.group(1));
    Duration duration =
        parts.group(2).equals("ms") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
    if (duration.compareTo(MAX_TIMEOUT) > 0) {
      throw Query.invalid("timeout", "At most 120s, not \"" + text + "\".");
    }
    return duration;
  }
}
