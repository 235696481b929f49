package dev.cairn.proof.join;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far a journal has been applied, and who waits for it to get somewhere. One thread advances,
 * any thread asks.
 */
public final class Progress {
  private final ConcurrentSkipListMap<Ticket, CompletableFuture<Boolean>> waiting =
      new ConcurrentSkipListMap<>(
          Comparator.comparingLong(Ticket::position).thenComparingLong(Ticket::number));
  private final AtomicLong tickets = new AtomicLong();
  private volatile long applied;

  /** A place in the order of waking; the number tells those apart who wait for one position. */
  private record Ticket(long position, long number) {}

  Progress(long applied) {
    this.applied = applied;
  }

  public long applied() {
    return applied;
  }

  /** Completes: true once the journal has been applied up to the position, false after patience. */
  public CompletableFuture<Boolean> reach(long position, Duration patience) {
    if (applied >= position) {
      return CompletableFuture.completedFuture(true);
    }
    Ticket ticket = new Ticket(position, tickets.incrementAndGet());
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    waiting.put(ticket, reached);
    // The clerk may have passed between the look and the entry: then nobody else would complete it.
    if (applied >= position) {
      wake();
    }
    return reached
        .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((reachedIt, never) -> waiting.remove(ticket));
  }

  void advance(long position) {
    applied = position;
    wake();
  }

  private void wake() {
    Map.Entry<Ticket, CompletableFuture<Boolean>> first = waiting.firstEntry();
    while (first != null && first.getKey().position() <= applied) {
      waiting.remove(first.getKey());
      first.getValue().complete(true);
      first = waiting.firstEntry();
    }
  }
}
