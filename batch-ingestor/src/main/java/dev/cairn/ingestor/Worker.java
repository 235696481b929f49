package dev.cairn.ingestor;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does a step of work whenever it is woken or its time has come. */
final class Worker implements AutoCloseable, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final Supplier<Instant> step;
  private final Clock clock;
  private final Consumer<Throwable> onDeath;
  private final Wakeup wakeup = new Wakeup();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param step does the work and says when to come again at the latest
   * @param onDeath hears of a step that threw: the worker has ended
   */
  Worker(String name, Supplier<Instant> step, Clock clock, Consumer<Throwable> onDeath) {
    this.step = step;
    this.clock = clock;
    this.onDeath = onDeath;
    this.thread = new Thread(this, name);
    thread.setDaemon(true);
  }

  Worker start() {
    thread.start();
    return this;
  }

  void wake() {
    wakeup.call();
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        wakeup.await(step.get(), clock);
      }
    } catch (InterruptedException e) {
      LOG.debug("{} was interrupted", thread.getName());
    } catch (RuntimeException | Error e) {
      if (!closed) {
        onDeath.accept(e);
      }
    }
  }

  /** Ends the work with the present step; an HTTP call that it waits for is cut off. */
  void end() {
    closed = true;
    thread.interrupt();
  }

  /** Ends the work and waits until it has ended. */
  @Override
  public void close() {
    end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
