package dev.cairn.proof.endpoint;

import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Parameter;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Respond;
import dev.cairn.http.Schema;
import dev.cairn.proof.life.BatchState;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** How far a batch has come; with {@code wait}, once it has come that far. */
final class GetBatch implements Endpoint {
  static final Parameter BATCH_ID =
      Parameter.path("batchId", "The batch's id.", Schema.string("UUID of version 7, lower case"));

  private static final List<BatchState> WAITABLE =
      List.of(
          BatchState.CLOSED,
          BatchState.SUBMITTED,
          BatchState.MINED,
          BatchState.FINAL,
          BatchState.PROVED);

  private final Lookup lookup;

  GetBatch(Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
        "/v1/batches/{batchId}",
        "getBatch",
        "The state of a batch. A wait that times out is answered with the state so far.",
        List.of(BATCH_ID, Wait.parameter(WAITABLE), Wait.TIMEOUT),
        List.of(Answer.json(200, "the batch", BatchJson.SCHEMA)),
        List.of(
            ProblemType.INVALID_REQUEST,
            ProofProblems.UNKNOWN_BATCH,
            ProofProblems.CATCHING_UP,
            ProofProblems.TOO_MANY_WAITERS));
  }

  @Override
  public void handle(RoutingContext context) {
    Query query = new Query(context);
    Wait wait = Wait.of(query, WAITABLE);
    lookup
        .batch(context, query.batchId(), wait)
        .onSuccess(view -> Respond.json(context, 200, BatchJson.of(view)))
        .onFailure(context::fail);
  }
}
