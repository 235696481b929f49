package dev.cairn.app.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.app.exit.Failure;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** What a gateway has promised: the batch of every acknowledged event. For the client's thread. */
final class Acknowledged implements LoadClient.Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<EventId, BatchId> batchOf = new HashMap<>();
  private long repeated;

  @Override
  public void answered(int request, int status, ByteBuffer body, long dueNanos, long atNanos)
      throws IOException {
    if (status != 202 && status != 200) {
      return;
    }
    byte[] json = new byte[body.remaining()];
    body.get(json);
    for (JsonNode event : JSON.readTree(json).path("accepted")) {
      promised(
          EventId.parse(event.path("eventId").asText()),
          BatchId.parse(event.path("batchId").asText()));
    }
  }

  private void promised(EventId event, BatchId batch) {
    BatchId before = batchOf.putIfAbsent(event, batch);
    if (before != null) {
      repeated++;
      if (!before.equals(batch)) {
        throw Failure.doNot(
            "Event " + event + " was promised for batch " + before + ", then for " + batch + ".");
      }
    }
  }

  Map<EventId, BatchId> batchOf() {
    return batchOf;
  }

  /** Events that were acknowledged again, with the same batch. */
  long repeated() {
    return repeated;
  }
}
