package dev.cairn.gateway.commit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submissions on their way to the writer, bounded. Safe for any thread. */
final class WriterQueue {

  private static final Logger LOG = LoggerFactory.getLogger(WriterQueue.class);

  /** Bounds the memory of one write; what exceeds it waits for the next. */
  static final int MAX_GROUP_EVENTS = 4096;

  /**
   * A write and its fsync cost as much as dozens of requests. Whoever had so many at once waits for
   * more of them; with fewer there is time enough for a write each.
   */
  static final int BUSY_REQUESTS = 16;

  /** More would not make an event cheaper. */
  private static final int ENOUGH_EVENTS = 512;

  /** The longest that a request is kept waiting for others: about as long as they queue then. */
  private static final Duration GATHER = Duration.ofMillis(4);

  /** When so long nobody came, nobody is on the way: all clients wait for this write. */
  private static final Duration PAUSE = Duration.ofNanos(500_000);

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Guarded by {@link #lock}. */
  private final Queue<Submission> waiting = new ArrayDeque<>();

  /** Guarded by {@link #lock}. */
  private int waitingEvents;

  /** Whether the writer looks by itself after a while, and is not to be woken. Guarded too. */
  private boolean gathering;

  /** How many requests the last write had. Guarded by {@link #lock}. */
  private int lastRequests;

  /** Guarded by {@link #lock}. */
  private boolean closed;

  WriterQueue(int capacity) {
    this.capacity = capacity;
  }

  void put(Submission submission) {
    lock.lock();
    try {
      if (closed) {
        throw new Unavailable(Unavailable.Kind.NOT_TRIED, "The gateway is shutting down.");
      }
      if (waiting.size() >= capacity) {
        throw new Unavailable(
            Unavailable.Kind.OVERLOADED, "More requests are waiting than the gateway takes.");
      }
      waiting.add(submission);
      waitingEvents += submission.candidates().size();
      if (!gathering || waitingEvents >= ENOUGH_EVENTS) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What waits, up to one write's worth; empty when nothing came in time or the queue closed. */
  List<Submission> take(long waitMillis) {
    lock.lock();
    try {
      await(TimeUnit.MILLISECONDS.toNanos(waitMillis), () -> !waiting.isEmpty());
      gather();
      List<Submission> group = new ArrayList<>();
      int events = 0;
      while (!waiting.isEmpty() && events < MAX_GROUP_EVENTS) {
        Submission next = waiting.remove();
        events += next.candidates().size();
        group.add(next);
      }
      waitingEvents -= events;
      lastRequests = group.size();
      return group;
    } finally {
      lock.unlock();
    }
  }

  // Under the lock. Ends at once unless the last write was a large one.
  private void gather() {
    if (lastRequests < BUSY_REQUESTS) {
      return;
    }
    gathering = true;
    int before = 0;
    for (long left = GATHER.toNanos(); left > 0 && waiting.size() > before; ) {
      before = waiting.size();
      await(PAUSE.toNanos(), () -> waitingEvents >= ENOUGH_EVENTS);
      left -= PAUSE.toNanos();
    }
    gathering = false;
  }

  // To be called under the lock. An interrupt is no reason to stop: only close() ends the writer.
  private void await(long nanos, BooleanSupplier enough) {
    long left = nanos;
    try {
      while (!enough.getAsBoolean() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      LOG.warn("An interrupt of the writer's thread was ignored");
    }
  }

  /** Lets the pause pass, or the queue be closed, while everything that comes is refused. */
  void refuseFor(Duration pause) {
    refuseWaiting();
    lock.lock();
    try {
      await(pause.toNanos(), () -> false);
    } finally {
      lock.unlock();
    }
    refuseWaiting();
  }

  /** Answers everything that waits with a refusal. */
  void refuseWaiting() {
    Unavailable refusal =
        new Unavailable(Unavailable.Kind.NOT_TRIED, "The store is failing at the moment.");
    List<Submission> refused = take(0);
    while (!refused.isEmpty()) {
      refused.forEach(submission -> submission.answer().completeExceptionally(refusal));
      refused = take(0);
    }
  }

  /** Nothing comes in any more; what waits is still given out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  boolean isDrained() {
    lock.lock();
    try {
      return closed && waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
