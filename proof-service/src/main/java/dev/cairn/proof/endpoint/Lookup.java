package dev.cairn.proof.endpoint;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.http.Caller;
import dev.cairn.http.Problem;
import dev.cairn.proof.endpoint.Patience.Occasion;
import dev.cairn.proof.join.CatchUp;
import dev.cairn.proof.life.BatchState;
import dev.cairn.proof.life.BatchView;
import dev.cairn.proof.store.LeafPlace;
import dev.cairn.proof.store.ProofStore;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Finds batches and events for requests: after catching up with the journals, and after waiting if
 * the request asks for it. What is not found is a problem.
 */
final class Lookup {
  private final ProofStore store;
  private final CatchUp catchUp;
  private final Patience patience;

  Lookup(ProofStore store, CatchUp catchUp, Patience patience) {
    this.store = store;
    this.catchUp = catchUp;
    this.patience = patience;
  }

  /** An event in a closed batch. */
  record FoundEvent(LeafPlace place, BatchView batch) {}

  /** True when what the journals held when the request came is applied. */
  Future<Boolean> caughtUp(RoutingContext context) {
    return Future.fromCompletionStage(catchUp.now(), context.vertx().getOrCreateContext());
  }

  /** The batch as it is when it has reached what was wanted or the timeout ends. */
  Future<BatchView> batch(RoutingContext context, BatchId id, Wait wait) {
    Deadline deadline = Deadline.in(wait.timeout());
    return caughtUp(context)
        .compose(
            current ->
                reach(context, id, wait, deadline)
                    .map(
                        view ->
                            view.orElseThrow(
                                () -> unless(current, ProofProblems.unknownBatch(id)))));
  }

  private Future<Optional<BatchView>> reach(
      RoutingContext context, BatchId id, Wait wait, Deadline deadline) {
    if (wait.wanted().isEmpty()) {
      return Patience.onWorker(context, () -> view(context, id));
    }
    BatchState wanted = wait.wanted().get();
    // A batch that is not known after catching up will not be: there is nothing to wait for.
    return Patience.onWorker(context, () -> view(context, id))
        .compose(
            view ->
                view.isEmpty()
                    ? Future.succeededFuture(view)
                    : patience.await(
                        context,
                        new Occasion(id, wanted, deadline),
                        () -> view(context, id),
                        found -> found.state().reached(wanted)));
  }

  /** The event's place and its batch; waiting includes waiting for the event's batch to close. */
  Future<FoundEvent> event(RoutingContext context, EventId id, Wait wait) {
    Deadline deadline = Deadline.in(wait.timeout());
    return caughtUp(context)
        .compose(
            current ->
                place(context, id, wait, deadline)
                    .map(
                        place ->
                            place.orElseThrow(
                                () -> unless(current, ProofProblems.unknownEvent(id)))))
        .compose(
            place ->
                reach(context, place.batch(), wait, deadline)
                    .map(view -> new FoundEvent(place, view.orElseThrow())));
  }

  private Future<Optional<LeafPlace>> place(
      RoutingContext context, EventId id, Wait wait, Deadline deadline) {
    if (wait.wanted().isEmpty()) {
      return Patience.onWorker(context, () -> placeSeen(context, id));
    }
    return patience.await(
        context,
        new Occasion(id, BatchState.CLOSED, deadline),
        () -> placeSeen(context, id),
        found -> true);
  }

  /** What belongs to other tenants is as unknown as what nobody has: the answers do not differ. */
  private Optional<BatchView> view(RoutingContext context, BatchId id) {
    return store.view(id).filter(view -> Caller.of(context).sees(view.head().tenant()));
  }

  /** An event's id is the hash of its bytes, so tenants that posted the same have the same. */
  private Optional<LeafPlace> placeSeen(RoutingContext context, EventId id) {
    Caller caller = Caller.of(context);
    return store
        .events()
        .place(
            id,
            batch ->
                store.batches().get(batch).filter(head -> caller.sees(head.tenant())).isPresent());
  }

  // What is unknown before everything is read may be known after.
  private static Problem unless(boolean current, Problem unknown) {
    return current ? unknown : ProofProblems.catchingUp();
  }
}
