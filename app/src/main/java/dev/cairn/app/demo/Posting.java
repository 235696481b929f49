package dev.cairn.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.app.client.CairnClient;
import dev.cairn.app.client.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Posts events in groups at a steady pace. A post that finds nobody is repeated: the same bytes
 * give the same receipts, so a service that was killed in between takes nothing twice.
 */
final class Posting {
  private static final int GROUP = 20;
  private static final Duration PACE = Duration.ofMillis(25);
  private static final Duration RETRY_PAUSE = Duration.ofMillis(250);

  /** Long enough for somebody to start the service again by hand. */
  private static final Duration GIVE_UP = Duration.ofMinutes(2);

  /** Nobody answered yet: more likely a wrong address than a service that starts. */
  private static final Duration GIVE_UP_AT_FIRST = Duration.ofSeconds(10);

  /**
   * An acknowledged event.
   *
   * @param ackNanos {@link System#nanoTime} when the acknowledgment was read
   */
  record Acknowledged(String eventId, String batchId, long ackNanos) {}

  private final CairnClient client;
  private final ProgressLine progress;
  private boolean answered;

  Posting(CairnClient client, ProgressLine progress) {
    this.client = client;
    this.progress = progress;
  }

  /** Posts all events; tells each acknowledgment to the listener, then gives them all back. */
  List<Acknowledged> post(List<byte[]> events, Consumer<Acknowledged> listener) throws IOException {
    List<Acknowledged> acknowledged = new ArrayList<>();
    for (int from = 0; from < events.size(); from += GROUP) {
      List<byte[]> group = events.subList(from, Math.min(from + GROUP, events.size()));
      List<Acknowledged> taken = acknowledgedOf(postUntilTaken(group), group.size());
      taken.forEach(listener);
      acknowledged.addAll(taken);
      progress.show("signed events posted", acknowledged.size(), events.size());
      LockSupport.parkNanos(PACE.toNanos());
    }
    return acknowledged;
  }

  private JsonNode postUntilTaken(List<byte[]> group) throws IOException {
    StringBuilder lines = new StringBuilder();
    group.forEach(event -> lines.append(new String(event, StandardCharsets.UTF_8)).append('\n'));
    long deadline = System.nanoTime() + (answered ? GIVE_UP : GIVE_UP_AT_FIRST).toNanos();
    while (true) {
      try {
        JsonNode answer = client.submit(lines.toString());
        answered = true;
        return answer;
      } catch (IOException failed) {
        boolean lasting = failed instanceof Refusal refusal && !refusal.passing();
        if (lasting || System.nanoTime() > deadline) {
          throw failed;
        }
        LockSupport.parkNanos(RETRY_PAUSE.toNanos());
      }
    }
  }

  private static List<Acknowledged> acknowledgedOf(JsonNode answer, int expected)
      throws IOException {
    long now = System.nanoTime();
    List<Acknowledged> taken = new ArrayList<>();
    for (JsonNode event : answer.path("accepted")) {
      taken.add(
          new Acknowledged(event.path("eventId").asText(), event.path("batchId").asText(), now));
    }
    if (taken.size() != expected) {
      throw new IOException(
          "The instance took " + taken.size() + " of " + expected + " events: " + answer);
    }
    return taken;
  }
}
