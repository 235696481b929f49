package dev.cairn.devnet.rest;

import dev.cairn.devnet.contract.DeepStack;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which endpoints run. */
final class Workers {

  /** Enough that a slow simulation does not hold up everybody. */
  private static final int THREADS = 4;

  /** More calls than this wait for nothing; the next ones are told so. */
  private static final int MAX_WAITING = 1_000;

  private static final long IDLE_SECONDS = 30;

  private Workers() {}

  static ExecutorService start() {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            task -> DeepStack.thread("devnet-rest", task));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }
}
