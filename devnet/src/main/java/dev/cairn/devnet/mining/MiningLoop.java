package dev.cairn.devnet.mining;

import dev.cairn.devnet.contract.DeepStack;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that mines. Idle, it sleeps until the next heartbeat or transaction. */
public final class MiningLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MiningLoop.class);

  private final RoundMiner miner;
  private final Schedule schedule;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed; // guarded by lock
  private volatile boolean failed;

  /** A loop that has not started. */
  public MiningLoop(RoundMiner miner, MiningMode mode) {
    this.miner = miner;
    this.schedule = new Schedule(mode);
    this.thread = DeepStack.thread("devnet-mining", this::run);
  }

  public void start() {
    thread.start();
  }

  /** Whether blocks are being made. */
  public boolean isHealthy() {
    return !failed;
  }

  /** Says that a transaction waits. */
  public void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      mineUntilClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError e) {
      failed = true;
      LOG.error("Mining has stopped; the network stays readable.", e);
    }
  }

  // The first round comes at once: after a start the newest block may be old.
  private void mineUntilClosed() throws InterruptedException {
    do {
      long started = System.nanoTime();
      schedule.mined(miner.mine());
      awaitNext(started);
    } while (!isClosed());
  }

  private void awaitNext(long lastRound) throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        Duration sinceLast = Duration.ofNanos(System.nanoTime() - lastRound);
        Duration pause = schedule.pause(miner.hasWork(), sinceLast);
        if (pause.isZero()) {
          return;
        }
        changed.awaitNanos(pause.toNanos());
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the round that is being mined. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
