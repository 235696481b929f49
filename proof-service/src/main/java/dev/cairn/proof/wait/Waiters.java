package dev.cairn.proof.wait;

import dev.cairn.proof.life.BatchState;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The bounded table of those who wait. Keys are batch ids and event ids. Any thread may call.
 *
 * <p>No wake-up is lost if the waiter enters <em>before</em> it reads the store, and the writer
 * announces <em>after</em> its commit: one of the two then sees the other.
 */
public final class Waiters {
  private final ConcurrentHashMap<Object, Set<Waiter>> waiting = new ConcurrentHashMap<>();
  private final Semaphore places;
  private final int capacity;

  /** A table with so many places. */
  public Waiters(int capacity) {
    this.places = new Semaphore(capacity);
    this.capacity = capacity;
  }

  /** One who waits; holds a place until it is woken or leaves. */
  public final class Waiter {
    private final Object key;
    private final BatchState wanted;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final CompletableFuture<BatchState> woken = new CompletableFuture<>();

    private Waiter(Object key, BatchState wanted) {
      this.key = key;
      this.wanted = wanted;
    }

    /** Completes with the state announced, once; never fails. */
    public CompletableFuture<BatchState> woken() {
      return woken;
    }

    /** Frees the place. Leaving twice, or after being woken, does nothing. */
    public void leave() {
      if (gone.compareAndSet(false, true)) {
        forget(this);
        places.release();
      }
    }
  }

  /** A place for one who wants the key's batch to reach a state; empty if all are taken. */
  public Optional<Waiter> enter(Object key, BatchState wanted) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    Waiter waiter = new Waiter(key, wanted);
    waiting.compute(
        key,
        (same, present) -> {
          Set<Waiter> set = present == null ? ConcurrentHashMap.newKeySet() : present;
          set.add(waiter);
          return set;
        });
    return Optional.of(waiter);
  }

  /** Wakes all who wait for this key to reach this state or an earlier one. */
  public void announce(Object key, BatchState reached) {
    Set<Waiter> set = waiting.get(key);
    if (set == null) {
      return;
    }
    for (Waiter waiter : set) {
      if (reached.reached(waiter.wanted)) {
        waiter.leave();
        waiter.woken.complete(reached);
      }
    }
  }

  /** How many wait now. */
  public int size() {
    return capacity - places.availablePermits();
  }

  // Under the key's lock, so that a set found empty here gets no new member before it is dropped.
  private void forget(Waiter waiter) {
    waiting.computeIfPresent(
        waiter.key,
        (same, set) -> {
          set.remove(waiter);
          return set.isEmpty() ? null : set;
        });
  }
}
