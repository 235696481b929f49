package dev.cairn.gateway.commit;

import dev.cairn.gateway.batch.BatchHints;
import dev.cairn.gateway.batch.Lane;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;

/**
 * The candidates of one POST on their way to the disk. They are committed together, in this order.
 *
 * @param taskKey routes the events that name no task key of their own
 * @param answer completed by the writer's thread: one verdict per candidate, or {@link Unavailable}
 */
public record Submission(
    String tenant,
    Optional<String> taskKey,
    BatchHints hints,
    List<Candidate> candidates,
    CompletableFuture<List<Verdict>> answer) {

  public Submission {
    candidates = List.copyOf(candidates);
  }

  public Submission(
      String tenant, Optional<String> taskKey, BatchHints hints, List<Candidate> candidates) {
    this(tenant, taskKey, hints, candidates, new CompletableFuture<>());
  }

  /** The event's own task key, else the request's, else the signer. */
  Lane lane(Candidate candidate, ToIntFunction<String> route) {
    String key =
        candidate
            .event()
            .header()
            .taskKey()
            .or(() -> taskKey)
            .orElse(candidate.event().signer().value());
    return new Lane(tenant, route.applyAsInt(key));
  }
}
