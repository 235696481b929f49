package dev.cairn.ntm.schedule;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread that waits and works. Closing it lets the work under way come to its end. */
public final class ThreadTimer implements SealTimer, AutoCloseable {

  /** A seal takes milliseconds, unless its metrics source is slow; beyond this it is given up. */
  private static final long MAX_CLOSING_SECONDS = 30;

  private final ScheduledThreadPoolExecutor thread;

  public ThreadTimer(String name) {
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread worker = new Thread(work, name);
              worker.setDaemon(true);
              return worker;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** After the close nothing is run any more. */
  @Override
  public void after(Duration delay, Runnable work) {
    Future<?> unused = thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends at once; the work under way is interrupted. */
  public void interrupt() {
    thread.shutdownNow();
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(MAX_CLOSING_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
