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

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Guarded by {@link #lock}. */
  private final Queue<Submission> waiting = new ArrayDeque<>();

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
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** What waits, up to one write's worth; empty when nothing came in time or the queue closed. */
  List<Submission> take(long waitMillis) {
    lock.lock();
    try {
      await(waitMillis, () -> !waiting.isEmpty());
      List<Submission> group = new ArrayList<>();
      int events = 0;
      while (!waiting.isEmpty() && events < MAX_GROUP_EVENTS) {
        Submission next = waiting.remove();
        events += next.candidates().size();
        group.add(next);
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  // To be called under the lock. An interrupt is no reason to stop: only close() ends the writer.
  private void await(long waitMillis, BooleanSupplier enough) {
    long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
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
      await(pause.toMillis(), () -> false);
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
