package dev.cairn.gateway.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.gateway.commit.Verdict.Accepted;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The JSON of a result: {@code batchId, batches, accepted, rejected, receipts}.
 *
 * <p>The signed part of the receipts stands once, in {@code receipts.jws}. It holds for every
 * accepted event whose own receipt has no {@code jws}; only an event that repeats one of an earlier
 * request can have its own.
 */
final class BatchAnswer {

  private static final JsonFactory JSON = new JsonFactory();

  /** Of an accepted event in a request of a hundred. */
  private static final int TYPICAL_EVENT_BYTES = 600;

  private BatchAnswer() {}

  /** The answer's bytes; at least one event was accepted. */
  static byte[] json(BatchResult result) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(TYPICAL_EVENT_BYTES * (result.accepted().size() + 1));
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(json, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, BatchResult result) throws IOException {
    String signedPart = commonSignedPart(result.accepted());
    json.writeStartObject();
    json.writeStringField("batchId", result.accepted().get(0).batchId().toString());
    json.writeArrayFieldStart("batches");
    for (String batch : batches(result)) {
      json.writeString(batch);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("accepted");
    for (Accepted event : result.accepted()) {
      write(json, event, signedPart);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rejected");
    for (Rejection rejection : result.rejected()) {
      write(json, rejection);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("receipts");
    json.writeStringField("jws", signedPart);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** That of the new events, which share one; else that of the first repeated event. */
  private static String commonSignedPart(List<Accepted> accepted) {
    return accepted.stream()
        .filter(event -> !event.repeated())
        .findFirst()
        .orElse(accepted.get(0))
        .receipt()
        .jws();
  }

  private static Set<String> batches(BatchResult result) {
    Set<String> ids = new LinkedHashSet<>();
    result.accepted().forEach(event -> ids.add(event.batchId().toString()));
    return ids;
  }

  private static void write(JsonGenerator json, Accepted event, String signedPart)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", event.index());
    json.writeStringField("eventId", event.eventId().toString());
    json.writeStringField("batchId", event.batchId().toString());
    json.writeNumberField("chainId", event.chainId());
    json.writeObjectFieldStart("receipt");
    if (!event.receipt().jws().equals(signedPart)) {
      json.writeStringField("jws", event.receipt().jws());
    }
    json.writeNumberField("index", event.receipt().index());
    json.writeArrayFieldStart("path");
    for (Object hash : event.receipt().path()) {
      json.writeString(hash.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
    if (event.repeated()) {
      json.writeBooleanField("duplicate", true);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Rejection rejection) throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", rejection.index());
    json.writeStringField("type", rejection.type().uri().toString());
    json.writeStringField("detail", rejection.detail());
    json.writeEndObject();
  }

  /** The problem of a request of which nothing was accepted; it is of the events' common type. */
  static Problem problem(List<Rejection> rejected) {
    Set<ProblemType> types = new LinkedHashSet<>();
    rejected.forEach(rejection -> types.add(rejection.type()));
    ProblemType type =
        types.size() == 1 ? types.iterator().next() : GatewayProblems.NO_EVENT_ACCEPTED;
    Rejection first = rejected.get(0);
    String detail =
        rejected.size() == 1
            ? first.detail()
            : "All " + rejected.size() + " events were refused; the first one: " + first.detail();
    return type.because(detail).with("rejected", list(rejected));
  }

  private static ArrayNode list(List<Rejection> rejected) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode(rejected.size());
    for (Rejection rejection : rejected) {
      list.addObject()
          .put("index", rejection.index())
          .put("type", rejection.type().uri().toString())
          .put("detail", rejection.detail());
    }
    return list;
  }
}
