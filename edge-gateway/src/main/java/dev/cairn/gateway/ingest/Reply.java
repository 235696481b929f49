package dev.cairn.gateway.ingest;

import dev.cairn.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A finished answer for the events of a request, or of a group of a stream.
 *
 * @param problem present when no event was accepted
 */
@SuppressWarnings("ArrayRecordComponent") // a value in transit; never compared
record Reply(int status, byte[] json, Optional<Problem> problem) {

  /** To be made on a worker: the JSON of a large answer takes its time. */
  static Reply of(BatchResult result) {
    if (result.accepted().isEmpty()) {
      Problem problem = BatchAnswer.problem(result.rejected());
      byte[] json = problem.toJson().toString().getBytes(StandardCharsets.UTF_8);
      return new Reply(problem.type().status(), json, Optional.of(problem));
    }
    return new Reply(result.isNew() ? 202 : 200, BatchAnswer.json(result), Optional.empty());
  }
}
