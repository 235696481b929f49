package dev.cairn.gateway.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.gateway.commit.Verdict.Accepted;
import dev.cairn.gateway.store.GivenReceipt;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON of a result: {@code batchId, batches, accepted, rejected, receipts}.
 *
 * <p>The signed part of the receipts stands once, in {@code receipts.jws}. It holds for every
 * accepted event whose own receipt has no {@code jws}; only an event that repeats one of an earlier
 * request can have its own.
 */
final class BatchAnswer {

  /** Of an accepted event in a request of a hundred. */
  private static final int TYPICAL_EVENT_BYTES = 700;

  /** RFC 6585, section 4. */
  private static final int TOO_MANY_REQUESTS = 429;

  private BatchAnswer() {}

  /** The answer's bytes; at least one event was accepted. */
  static byte[] json(BatchResult result) {
    AnswerBytes out = new AnswerBytes(TYPICAL_EVENT_BYTES * (result.accepted().size() + 1));
    String signedPart = commonSignedPart(result.accepted());
    Map<BatchId, byte[]> batches = batches(result);
    out.raw("{\"batchId\":").raw(batches.get(result.accepted().get(0).batchId()));
    out.raw(",\"batches\":[");
    batches.values().forEach(batch -> out.element().raw(batch));
    out.raw("],\"accepted\":[");
    PathTexts paths = new PathTexts();
    for (Accepted event : result.accepted()) {
      write(out.element(), event, batches.get(event.batchId()), signedPart, paths);
    }
    out.raw("],\"rejected\":[");
    for (Rejection rejection : result.rejected()) {
      write(out.element(), rejection);
    }
    out.raw("],\"receipts\":{\"jws\":\"").raw(signedPart).raw("\"}}");
    return out.toBytes();
  }

  /** That of the new events, which share one; else that of the first repeated event. */
  private static String commonSignedPart(List<Accepted> accepted) {
    return accepted.stream()
        .filter(event -> !event.repeated())
        .findFirst()
        .orElse(accepted.get(0))
        .receipt()
        .tree()
        .jws();
  }

  /** In the order of the events, each with its text in quotes. */
  private static Map<BatchId, byte[]> batches(BatchResult result) {
    Map<BatchId, byte[]> texts = new LinkedHashMap<>();
    for (Accepted event : result.accepted()) {
      texts.computeIfAbsent(
          event.batchId(),
          batch -> ('"' + batch.toString() + '"').getBytes(StandardCharsets.US_ASCII));
    }
    return texts;
  }

  private static void write(
      AnswerBytes out, Accepted event, byte[] batch, String signedPart, PathTexts paths) {
    GivenReceipt receipt = event.receipt();
    out.raw("{\"index\":").number(event.index());
    out.raw(",\"eventId\":\"").raw(event.eventId().toString());
    out.raw("\",\"batchId\":").raw(batch);
    out.raw(",\"chainId\":").number(event.chainId());
    out.raw(",\"receipt\":{");
    if (!receipt.tree().jws().equals(signedPart)) {
      out.raw("\"jws\":\"").raw(receipt.tree().jws()).raw("\",");
    }
    out.raw("\"index\":").number(receipt.index()).raw(",\"path\":[");
    for (byte[] hash : paths.of(receipt)) {
      out.element().raw(hash);
    }
    out.raw("]");
    receipt.device().ifPresent(device -> write(out, device));
    out.raw(event.repeated() ? "},\"duplicate\":true}" : "}}");
  }

  private static void write(AnswerBytes out, DeviceKey device) {
    out.raw(",\"device\":{\"tenant\":").text(device.tenant());
    out.raw(",\"key\":").text(device.key().toString()).raw("}");
  }

  private static void write(AnswerBytes out, Rejection rejection) {
    out.raw("{\"index\":").number(rejection.index());
    out.raw(",\"type\":").text(rejection.type().uri().toString());
    out.raw(",\"detail\":").text(rejection.detail()).raw("}");
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
    Problem problem = type.because(detail).with("rejected", list(rejected));
    return type.status() == TOO_MANY_REQUESTS
        ? problem.retryAfter(GatewayProblems.RETRY_AFTER_SECONDS)
        : problem;
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
