package dev.cairn.gateway.ingest;

import dev.cairn.http.Answer;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Parameter;
import dev.cairn.http.RequestBody;
import dev.cairn.http.Schema;
import dev.cairn.http.Schema.Member;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The description of the endpoint that takes events. */
final class BatchSpec {

  static final String JSON = "application/json";
  static final String NDJSON = "application/x-ndjson";

  private static final Schema TASK_KEY =
      Schema.string("Routes the events that name no task key themselves; default: the signer");
  private static final Schema BATCH_SIZE =
      Schema.integer("A batch that got one of these events closes when it has at least so many");
  private static final Schema TTL =
      Schema.integer("Milliseconds after which a batch that got one of these events closes");
  private static final Schema EVENT =
      Schema.string("An event: JWS compact serialization, or the flattened JSON object of it");

  private static final String ACCEPTED =
      "The accepted events are on disk and will be anchored. A stream that was still coming in when"
          + " its first events were durable is answered in lines: one such object for each group of"
          + " events, or a problem object for a group of which no event was accepted; indexes go"
          + " through the whole stream. A problem of the gateway itself is the last line; what was"
          + " answered before it holds";

  private BatchSpec() {}

  static EndpointSpec of(RequestLimits limits) {
    return new EndpointSpec(
        HttpMethod.POST,
        "/v1/events/batch",
        "postEventsBatch",
        "Takes signed events and promises to anchor them",
        List.of(
            Parameter.query(
                RequestOptions.TASK_KEY, "For streams, which have no members", TASK_KEY),
            Parameter.query(RequestOptions.BATCH_SIZE, "For streams", BATCH_SIZE),
            Parameter.query(RequestOptions.TTL, "For streams", TTL)),
        Optional.of(request(limits)),
        answers(),
        GatewayProblems.all());
  }

  private static RequestBody request(RequestLimits limits) {
    Map<String, Schema> content = new LinkedHashMap<>();
    content.put(
        JSON,
        Schema.object(
            "At most " + limits.events() + " events and " + limits.bodyBytes() + " bytes",
            List.of(
                Member.required("events", Schema.array("In the order of the leaves", EVENT)),
                Member.optional(RequestOptions.TASK_KEY, TASK_KEY),
                Member.optional(RequestOptions.BATCH_SIZE, BATCH_SIZE),
                Member.optional(RequestOptions.TTL, TTL))));
    content.put(
        NDJSON,
        Schema.string(
            "One event a line, at most "
                + limits.lineBytes()
                + " bytes each, any number of lines; "
                + "a compact serialization may stand with or without quotes"));
    return RequestBody.streamed(
        "Events, each signed by its source; every event is judged alone",
        content,
        limits.bodyBytes());
  }

  private static List<Answer> answers() {
    return List.of(
        Answer.json(200, "Every accepted event was known: the receipts given then", result()),
        Answer.json(202, ACCEPTED, result()),
        new Answer(202, ACCEPTED, NDJSON, result()));
  }

  private static Schema result() {
    Schema batchId = Schema.string("UUIDv7");
    return Schema.object(
        "What became of each event",
        List.of(
            Member.required("batchId", Schema.string("Batch of the first accepted event")),
            Member.required("batches", Schema.array("All batches of the accepted", batchId)),
            Member.required("accepted", Schema.array("In the order of the request", accepted())),
            Member.required("rejected", Schema.array("In the order of the request", rejected())),
            Member.required(
                "receipts",
                Schema.object(
                    "What the receipts have in common",
                    List.of(Member.required("jws", Schema.string("Signed by the gateway")))))));
  }

  private static Schema accepted() {
    return Schema.object(
        "An event that is on disk",
        List.of(
            Member.required("index", Schema.integer("Place in the request, from 0")),
            Member.required("eventId", Schema.string("Leaf hash, base64url")),
            Member.required("batchId", Schema.string("UUIDv7")),
            Member.required("chainId", Schema.integer("Chain on which the batch is anchored")),
            Member.required("receipt", receipt()),
            Member.optional(
                "duplicate", Schema.bool("true: the same bytes were accepted before"))));
  }

  private static Schema receipt() {
    Schema hash = Schema.string("base64url");
    return Schema.object(
        "With the signed part, a receipt as evidence carries it",
        List.of(
            Member.optional("jws", Schema.string("The signed part, where it is not receipts.jws")),
            Member.required("index", Schema.integer("Leaf of the receipt tree")),
            Member.required("path", Schema.array("Siblings from leaf to root", hash)),
            Member.optional(
                "device",
                Schema.object(
                    "Where kid is a device id: the key that it means",
                    List.of(
                        Member.required("tenant", Schema.string("whose device it is")),
                        Member.required("key", Schema.string("did:key")))))));
  }

  private static Schema rejected() {
    return Schema.object(
        "An event that was refused alone",
        List.of(
            Member.required("index", Schema.integer("Place in the request, from 0")),
            Member.required("type", Schema.string("Problem type")),
            Member.required("detail", Schema.string("What is wrong, and where"))));
  }
}
