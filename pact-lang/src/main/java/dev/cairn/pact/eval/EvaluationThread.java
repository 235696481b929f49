package dev.cairn.pact.eval;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/** Threads with room for the deepest program that the evaluator accepts. */
public final class EvaluationThread {
  /** Address space, not memory: 10,000 levels of terms take some 5 MB of it. */
  private static final long STACK_BYTES = 64L << 20;

  private EvaluationThread() {}

  /** Makes such threads, for an executor; daemons. */
  public static ThreadFactory factory() {
    return task -> {
      Thread thread = new Thread(null, task, "pact", STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Runs the task on a new such thread and waits for its result. */
  public static <T> T call(Callable<T> task) throws InterruptedException {
    FutureTask<T> future = new FutureTask<>(task);
    factory().newThread(future).start();
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw rethrown(failure.getCause());
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
