package dev.cairn.devnet.mining;

import dev.cairn.devnet.contract.DeepStack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The threads that make the blocks of a round side by side: chains do not see each other's. */
final class Workers implements AutoCloseable {

  private final ExecutorService threads;

  Workers(int count) {
    threads = Executors.newFixedThreadPool(count, task -> DeepStack.thread("devnet-block", task));
  }

  /** The results of all tasks, in their order. */
  <T> List<T> all(List<Supplier<T>> tasks) {
    List<Future<T>> running = new ArrayList<>();
    tasks.forEach(task -> running.add(threads.submit(task::get)));
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      running.forEach(each -> each.cancel(true));
      Thread.currentThread().interrupt();
      throw new CancellationException("The round was stopped.");
    } catch (ExecutionException failed) {
      running.forEach(each -> each.cancel(true));
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A block could not be made.", failed.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
