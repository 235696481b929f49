package dev.cairn.proof.endpoint;

import dev.cairn.evidence.Evidence;
import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Parameter;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Schema;
import dev.cairn.proof.assembly.EvidenceAssembly;
import dev.cairn.proof.endpoint.Lookup.FoundEvent;
import dev.cairn.proof.life.BatchState;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The evidence of an event; with {@code wait=proved}, once there is some. */
final class GetEvidence implements Endpoint {
  private static final List<BatchState> WAITABLE = List.of(BatchState.PROVED);

  private final Lookup lookup;
  private final EvidenceAssembly assembly;

  GetEvidence(Lookup lookup, EvidenceAssembly assembly) {
    this.lookup = lookup;
    this.assembly = assembly;
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
        "/v1/evidence/{eventId}",
        "getEvidence",
        "The evidence of an event: canonical bytes, complete, for offline verification.",
        List.of(
            Parameter.path(
                "eventId",
                "The event's id: its leaf hash.",
                Schema.string("32 bytes as base64url", "^[A-Za-z0-9_-]{43}$")),
            Wait.parameter(WAITABLE),
            Wait.TIMEOUT),
        List.of(
            new Answer(
                200,
                "the evidence; may be kept, has an entity tag",
                Evidence.MEDIA_TYPE,
                Schema.anyObject("evidence, version 1"))),
        List.of(
            ProblemType.INVALID_REQUEST,
            ProofProblems.UNKNOWN_EVENT,
            ProofProblems.NOT_PROVED_YET,
            ProofProblems.CATCHING_UP,
            ProofProblems.TOO_MANY_WAITERS));
  }

  @Override
  public void handle(RoutingContext context) {
    Query query = new Query(context);
    Wait wait = Wait.of(query, WAITABLE);
    lookup
        .event(context, query.eventId(), wait)
        .compose(found -> evidence(context, found))
        .onSuccess(bytes -> Keepable.send(context, Evidence.MEDIA_TYPE, bytes))
        .onFailure(context::fail);
  }

  private Future<byte[]> evidence(RoutingContext context, FoundEvent found) {
    return Patience.onWorker(
        context,
        () ->
            assembly
                .evidence(found.place())
                .orElseThrow(() -> ProofProblems.notProvedYet(found.batch())));
  }
}
