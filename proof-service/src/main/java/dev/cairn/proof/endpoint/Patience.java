package dev.cairn.proof.endpoint;

import dev.cairn.proof.life.BatchState;
import dev.cairn.proof.wait.Waiters;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Looks something up for a request, and if it is not there yet looks once more when it may be. A
 * request that waits holds a place in {@link Waiters} and a timer, both of which go with the
 * request, be it answered, timed out or left by its client.
 */
final class Patience {
  private final Waiters waiters;

  Patience(Waiters waiters) {
    this.waiters = waiters;
  }

  /** Runs blocking work; several such calls run at the same time. */
  static <T> Future<T> onWorker(RoutingContext context, Callable<T> work) {
    return context.vertx().executeBlocking(work, false);
  }

  /** What a request waits for: news of a key, until a deadline. */
  record Occasion(Object key, BatchState wanted, Deadline deadline) {}

  /** What the look finds when it is enough, or when the occasion has come or is over. */
  <T> Future<Optional<T>> await(
      RoutingContext context, Occasion occasion, Callable<Optional<T>> look, Predicate<T> enough) {
    // Enters first, looks second: see Waiters for why no wake-up is lost.
    Waiters.Waiter waiter =
        waiters.enter(occasion.key(), occasion.wanted()).orElseThrow(ProofProblems::tooManyWaiters);
    context.addEndHandler(ended -> waiter.leave());
    return onWorker(context, look)
        .compose(
            found ->
                found.filter(enough).isPresent()
                    ? Future.succeededFuture(found)
                    : sleep(context, waiter, occasion.deadline().left())
                        .compose(awake -> onWorker(context, look)))
        .onComplete(done -> waiter.leave());
  }

  // Ends when woken, at the deadline, or when the client is gone.
  private static Future<Void> sleep(
      RoutingContext context, Waiters.Waiter waiter, Duration atMost) {
    Promise<Void> awake = Promise.promise();
    long millis = Math.max(1, atMost.toMillis());
    long timer = context.vertx().setTimer(millis, fired -> awake.tryComplete());
    context.addEndHandler(ended -> awake.tryComplete());
    Future.fromCompletionStage(waiter.woken(), context.vertx().getOrCreateContext())
        .onComplete(woken -> awake.tryComplete());
    return awake.future().onComplete(done -> context.vertx().cancelTimer(timer));
  }
}
