package dev.cairn.devnet.mining;

import dev.cairn.devnet.contract.DeepStack;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that changes the chains: it mines, and between two rounds it does what others ask it
 * to. Idle, it sleeps until the next heartbeat, transaction or request.
 */
final class MiningLoop {

  private static final Logger LOG = LoggerFactory.getLogger(MiningLoop.class);

  private final RoundMiner miner;
  private final Schedule schedule;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Request<?>> requests = new ArrayDeque<>(); // guarded by lock
  private boolean closed; // guarded by lock
  private volatile boolean failed;

  /** Something to do, and who waits for its result. */
  private record Request<T>(Supplier<T> task, CompletableFuture<T> result) {
    void run() {
      try {
        result.complete(task.get());
      } catch (RuntimeException | StackOverflowError refused) {
        result.completeExceptionally(refused);
      }
    }
  }

  /** A loop that has not started. */
  MiningLoop(RoundMiner miner, MiningMode mode) {
    this.miner = miner;
    this.schedule = new Schedule(mode);
    this.thread = DeepStack.thread("devnet-mining", this::run);
  }

  void start() {
    thread.start();
  }

  /** Whether blocks are being made. */
  boolean isHealthy() {
    return !failed;
  }

  /** Says that a transaction waits. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Runs a task between two rounds and waits for its result. */
  <T> T call(Supplier<T> task) {
    Request<T> request = new Request<>(task, new CompletableFuture<>());
    lock.lock();
    try {
      if (closed || failed) {
        throw new IllegalStateException("The network does not make blocks any more.");
      }
      requests.add(request);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      return request.result().join();
    } catch (CompletionException refused) {
      throw refused.getCause() instanceof RuntimeException cause ? cause : refused;
    }
  }

  private void run() {
    try {
      mineUntilClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CancellationException stopped) {
      LOG.debug("A search for a nonce was stopped.");
    } catch (RuntimeException | StackOverflowError e) {
      failed = true;
      LOG.error("Mining has stopped; the network stays readable.", e);
    } finally {
      refuseRequests();
    }
  }

  private void mineUntilClosed() throws InterruptedException {
    long lastRound = System.nanoTime();
    boolean due = schedule.startsAtOnce();
    while (!isClosed()) {
      if (due) {
        lastRound = System.nanoTime();
        schedule.mined(miner.mine());
      }
      due = awaitNext(lastRound);
    }
  }

  /** Serves requests until the next round is due (true) or something else has to be looked at. */
  private boolean awaitNext(long lastRound) throws InterruptedException {
    Optional<Request<?>> request;
    lock.lock();
    try {
      request = Optional.ofNullable(requests.poll());
      if (request.isEmpty() && !closed) {
        return isDueAfterPause(lastRound);
      }
    } finally {
      lock.unlock();
    }
    request.ifPresent(Request::run);
    return false;
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's, which looks at everything again
  private boolean isDueAfterPause(long lastRound) throws InterruptedException {
    Duration sinceLast = Duration.ofNanos(System.nanoTime() - lastRound);
    Optional<Duration> pause = schedule.pause(miner.hasWork(), sinceLast);
    if (pause.isEmpty()) {
      changed.await();
      return false;
    }
    if (pause.get().isZero()) {
      return true;
    }
    changed.awaitNanos(pause.get().toNanos());
    return false;
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void refuseRequests() {
    lock.lock();
    try {
      closed = true;
      requests.forEach(
          request -> request.result().completeExceptionally(new CancellationException("Stopped.")));
      requests.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Makes no further round; {@link #join} waits for the one that is being made. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end. */
  void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
