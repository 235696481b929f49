package dev.cairn.proof.prove;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.proof.join.ProvedAnchor;
import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.StoredProof;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves the batches that are due, a few at a time. A batch whose proof fails is tried again after
 * its own growing delay and meanwhile holds no thread, so others go on. Any thread may call.
 */
public final class ProvingDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProvingDesk.class);

  /** Failures of one batch that are told as warnings; later ones would only fill the log. */
  private static final int TOLD_FAILURES = 5;

  /** Patience with proofs under way, which are interrupted: the batch stays due in any case. */
  private static final int CLOSE_SECONDS = 5;

  /** Makes the checked proof of a due batch. Blocks; may throw anything, which means later. */
  public interface Prover {
    StoredProof prove(Due due);
  }

  private final Prover prover;
  private final Consumer<ProvedAnchor> results;
  private final Backoff backoff;

  /** Guarded by itself: the executor's threads share it. */
  private final RandomGenerator random;

  private final ConcurrentMap<BatchId, Attempt> attempts = new ConcurrentHashMap<>();
  private final AtomicLong failures = new AtomicLong();
  private final ScheduledThreadPoolExecutor executor;

  /** The current work on a batch; replaced, never reused, when the batch becomes due again. */
  private static final class Attempt {
    private final Due due;

    /** Only the one task of this attempt, of which there is one at a time, changes it. */
    private int failures;

    /** The task that runs or waits for its time. */
    private volatile @Nullable Future<?> task;

    Attempt(Due due) {
      this.due = due;
    }
  }

  /** A desk with so many threads, hence so many proofs at the same time. */
  public ProvingDesk(
      Prover prover,
      Consumer<ProvedAnchor> results,
      Backoff backoff,
      RandomGenerator random,
      int threads) {
    this.prover = prover;
    this.results = results;
    this.backoff = backoff;
    this.random = random;
    this.executor = new ScheduledThreadPoolExecutor(threads, ProvingDesk::thread);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "proof-desk");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts on a batch; work on an older finality of it stops. Returns at once. */
  public void take(Due due) {
    Attempt attempt = new Attempt(due);
    end(attempts.put(due.batch(), attempt));
    schedule(attempt, 0);
  }

  /** Stops work on a batch; what is under way is thrown away by the fence in {@link Due}. */
  public void forget(BatchId batch) {
    end(attempts.remove(batch));
  }

  private static void end(@Nullable Attempt attempt) {
    Future<?> task = attempt == null ? null : attempt.task;
    if (task != null) {
      task.cancel(false);
    }
  }

  /** How many batches are being proved or wait for their next try. */
  public int size() {
    return attempts.size();
  }

  /** How many tries have failed since the start. */
  public long failures() {
    return failures.get();
  }

  private void schedule(Attempt attempt, long delayMillis) {
    try {
      attempt.task = executor.schedule(() -> work(attempt), delayMillis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Batch {} stays due: the service is closing", attempt.due.batch());
    }
  }

  private void work(Attempt attempt) {
    if (attempts.get(attempt.due.batch()) != attempt) {
      return;
    }
    try {
      StoredProof proof = prover.prove(attempt.due);
      results.accept(new ProvedAnchor(attempt.due, proof));
      attempts.remove(attempt.due.batch(), attempt);
      // A crash here leaves the batch in the due table: the next opening takes it up again.
    } catch (RuntimeException | Error e) {
      // Errors too: whatever a strange proof does to its thread, the batch must not be lost.
      retry(attempt, e);
    }
  }

  private void retry(Attempt attempt, Throwable failure) {
    attempt.failures++;
    failures.incrementAndGet();
    long delay = delayAfter(attempt.failures);
    if (attempt.failures <= TOLD_FAILURES) {
      LOG.warn(
          "Batch {} can't be proved yet, next try in {} ms: {}",
          attempt.due.batch(),
          delay,
          failure.toString());
    }
    schedule(attempt, delay);
  }

  private long delayAfter(int failed) {
    synchronized (random) {
      return backoff.after(failed, random).toMillis();
    }
  }

  /** Stops; interrupts proofs under way and waits a little for them. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A proof under way did not end; its batch stays due");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
