package dev.cairn.proof.endpoint;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import dev.cairn.proof.life.BatchView;

/** The errors of this service. */
final class ProofProblems {
  static final ProblemType UNKNOWN_BATCH =
      new ProblemType("unknown-batch", 404, "No batch has this id");
  static final ProblemType UNKNOWN_EVENT =
      new ProblemType("unknown-event", 404, "No closed batch holds this event");

  /**
   * 409, not 404: the resource is known and will be there, and caches may keep a 404 on their own
   * (RFC 9110 §15.1) but not a 409.
   */
  static final ProblemType NOT_PROVED_YET =
      new ProblemType("not-proved-yet", 409, "The batch has no proof yet");

  static final ProblemType CATCHING_UP =
      new ProblemType("catching-up", 503, "The service has not read its journals to the end");
  static final ProblemType TOO_MANY_WAITERS =
      new ProblemType("too-many-waiters", 503, "Too many requests wait already");

  /** A batch is proved within two seconds on the embedded network, in a minute elsewhere. */
  private static final int RETRY_SECONDS = 2;

  private ProofProblems() {}

  static Problem unknownBatch(BatchId id) {
    return UNKNOWN_BATCH.because(
        "Batch "
            + id
            + " is not known here. Take batch ids from the answer to POST /v1/events/batch, or"
            + " from GET /v1/audit/catalog.");
  }

  static Problem unknownEvent(EventId id) {
    return UNKNOWN_EVENT
        .because(
            "Event "
                + id
                + " is in no closed batch. If it was accepted a moment ago its batch is still"
                + " open: ask again with ?wait=proved, or follow GET /v1/batches/{batchId}.")
        .retryAfter(RETRY_SECONDS);
  }

  static Problem notProvedYet(BatchView batch) {
    String id = batch.head().id().toString();
    String state = batch.state().text();
    return NOT_PROVED_YET
        .because(
            "Batch "
                + id
                + " is "
                + state
                + "; its proof is made once it is final. Ask again later, or wait for it with"
                + " GET /v1/batches/"
                + id
                + "?wait=proved.")
        .with("batchId", id)
        .with("state", state)
        .retryAfter(RETRY_SECONDS);
  }

  static Problem catchingUp() {
    return CATCHING_UP
        .because(
            "The service replays its journals; what is asked for may be in what is left. Ask again.")
        .retryAfter(RETRY_SECONDS);
  }

  static Problem tooManyWaiters() {
    return TOO_MANY_WAITERS
        .because("All places for waiting requests are taken. Ask again, or without wait.")
        .retryAfter(RETRY_SECONDS);
  }
}
