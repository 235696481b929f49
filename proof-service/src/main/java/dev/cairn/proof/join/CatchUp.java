package dev.cairn.proof.join;

import dev.cairn.handover.Journal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Read-your-writes: what a journal held when a request came is applied before the request is
 * answered, for otherwise a batch id that was just given out could be unknown here. Any thread.
 */
public final class CatchUp {
  private final Journal<?> batches;
  private final Journal<?> anchors;
  private final Clerk clerk;
  private final Duration patience;

  /** Patience bounds the wait, which is long only while old journals are replayed. */
  public CatchUp(Journal<?> batches, Journal<?> anchors, Clerk clerk, Duration patience) {
    this.batches = batches;
    this.anchors = anchors;
    this.clerk = clerk;
    this.patience = patience;
  }

  /** True when both journals are applied up to where they end now; false if patience ran out. */
  public CompletableFuture<Boolean> now() {
    if (clerk.failure().isPresent()) {
      return CompletableFuture.completedFuture(false);
    }
    return clerk
        .batchProgress()
        .reach(batches.end(), patience)
        .thenCombine(clerk.anchorProgress().reach(anchors.end(), patience), Boolean::logicalAnd);
  }
}
