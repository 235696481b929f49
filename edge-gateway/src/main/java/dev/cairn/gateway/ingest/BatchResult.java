package dev.cairn.gateway.ingest;

import dev.cairn.gateway.commit.Verdict;
import dev.cairn.gateway.commit.Verdict.Accepted;
import dev.cairn.gateway.commit.Verdict.Conflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of the events of a request; each list in the order of the request. */
record BatchResult(List<Accepted> accepted, List<Rejection> rejected) {

  static BatchResult of(CheckedEvents checked, List<Verdict> verdicts) {
    List<Accepted> accepted = new ArrayList<>(verdicts.size());
    List<Rejection> rejected = new ArrayList<>(checked.rejected());
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Accepted event) {
        accepted.add(event);
      } else {
        rejected.add(rejection((Conflict) verdict));
      }
    }
    rejected.sort(Comparator.comparingInt(Rejection::index));
    return new BatchResult(accepted, rejected);
  }

  private static Rejection rejection(Conflict conflict) {
    return new Rejection(
        conflict.index(),
        GatewayProblems.IDEMPOTENCY_CONFLICT,
        "This signer used this jti for event " + conflict.known() + "; choose another jti.");
  }

  /** Whether the request changed anything. */
  boolean isNew() {
    return accepted.stream().anyMatch(event -> !event.repeated());
  }
}
