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
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submissions on their way to the writer, bounded. Safe for any thread. */
final class WriterQueue {

  private static final Logger LOG = LoggerFactory.getLogger(WriterQueue.class);

  /** Bounds the memory of one write; what exceeds it waits for the next. */
  static final int MAX_GROUP_EVENTS = 4096;

  /** How long arrivals are counted before their number says how busy the gateway is. */
  static final Duration WINDOW = Duration.ofMillis(10);

  /**
   * A write and its fsync cost as much as dozens of requests. When so many come in a window, the
   * writer waits for more of them; with fewer there is time enough for a write each.
   */
  static final int BUSY_REQUESTS = 50;

  /** The same for events of few large requests. */
  private static final int BUSY_EVENTS = 250;

  /** More would not make an event cheaper. */
  static final int ENOUGH_EVENTS = 768;

  /** The longest that a request is kept waiting for others: about as long as they queue then. */
  private static final Duration GATHER = Duration.ofMillis(4);

  /** When so long nobody came, nobody is on the way: all clients wait for this write. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  /** To check so many events takes longer than that. */
  private static final int LARGE_REQUEST = 32;

  /** After waiting in vain so many writes go without: the same clients come again each time. */
  private static final int REST = 16;

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Guarded by {@link #lock}. */
  private final Queue<Submission> waiting = new ArrayDeque<>();

  /** Guarded by {@link #lock}. */
  private int waitingEvents;

  /** Whether the writer looks by itself after a while, and is not to be woken. Guarded too. */
  private boolean gathering;

  private final LongSupplier nanoTime;

  /** When the window began, and what was taken in it. Guarded by {@link #lock}. */
  private long windowStart;

  private int windowRequests;
  private int windowEvents;

  /** Whether the last whole window was a busy one. Guarded by {@link #lock}. */
  private boolean busy;

  /** Whether that window's requests were large ones. Guarded by {@link #lock}. */
  private boolean large;

  /** How many writes more go without waiting. Guarded by {@link #lock}. */
  private int rest;

  /** Guarded by {@link #lock}. */
  private boolean closed;

  WriterQueue(int capacity, LongSupplier nanoTime) {
    this.capacity = capacity;
    this.nanoTime = nanoTime;
    this.windowStart = nanoTime.getAsLong();
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
      count(group.size(), events);
      return group;
    } finally {
      lock.unlock();
    }
  }

  // Under the lock.
  private void count(int requests, int events) {
    windowRequests += requests;
    windowEvents += events;
    long now = nanoTime.getAsLong();
    long past = now - windowStart;
    if (past >= WINDOW.toNanos()) {
      long windows = past / WINDOW.toNanos();
      busy = windowRequests >= BUSY_REQUESTS * windows || windowEvents >= BUSY_EVENTS * windows;
      large = windowEvents >= LARGE_REQUEST * windowRequests;
      windowStart = now;
      windowRequests = 0;
      windowEvents = 0;
    }
  }

  // Under the lock. Ends at once unless many come and few wait.
  private void gather() {
    if (!busy || waiting.isEmpty() || waitingEvents >= ENOUGH_EVENTS || rest-- > 0) {
      return;
    }
    int first = waiting.size();
    int before = 0;
    long pause = (large ? GATHER : PAUSE).toNanos();
    gathering = true;
    for (long left = GATHER.toNanos(); left > 0 && waiting.size() > before; left -= pause) {
      before = waiting.size();
      await(pause, () -> waitingEvents >= ENOUGH_EVENTS);
    }
    gathering = false;
    rest = waiting.size() > first ? 0 : REST;
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
