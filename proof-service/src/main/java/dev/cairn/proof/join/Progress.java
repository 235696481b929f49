package dev.cairn.proof.join;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How far a journal has been applied, and who waits for it to get somewhere. One thread advances,
 * any thread asks.
 */
public final class Progress {
  private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting =
      new ConcurrentSkipListMap<>();
  private volatile long applied;

  Progress(long applied) {
    this.applied = applied;
  }

  public long applied() {
    return applied;
  }

  /** Completes once the journal has been applied up to the position; many share one future. */
  public CompletableFuture<Void> reach(long position) {
    if (applied >= position) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> reached =
        waiting.computeIfAbsent(position, at -> new CompletableFuture<>());
    // The clerk may have passed between the look and the entry: then nobody else would complete it.
    if (applied >= position) {
      wake();
    }
    return reached.copy();
  }

  void advance(long position) {
    applied = position;
    wake();
  }

  private void wake() {
    Map.Entry<Long, CompletableFuture<Void>> first = waiting.firstEntry();
    while (first != null && first.getKey() <= applied) {
      waiting.remove(first.getKey(), first.getValue());
      first.getValue().complete(null);
      first = waiting.firstEntry();
    }
  }
}
