package dev.cairn.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.app.client.CairnClient;
import dev.cairn.app.client.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Waits for batches to be proved, all at once, and keeps when and on which chain each was. */
final class ProofWatch implements AutoCloseable {
  private static final Duration LONG_POLL = Duration.ofSeconds(30);
  private static final Duration GIVE_UP = Duration.ofMinutes(5);
  private static final Duration RETRY_PAUSE = Duration.ofMillis(250);

  /**
   * A proved batch.
   *
   * @param nanos {@link System#nanoTime} when the proof was there
   */
  record Proved(int chainId, long nanos) {}

  private final CairnClient client;
  private final ExecutorService waiters = Executors.newCachedThreadPool();
  private final Map<String, Future<Proved>> batches = new ConcurrentHashMap<>();

  ProofWatch(CairnClient client) {
    this.client = client;
  }

  /** Begins to wait for the batch, once. */
  void watch(String batchId) {
    batches.computeIfAbsent(batchId, id -> waiters.submit(() -> awaitProof(id)));
  }

  int batches() {
    return batches.size();
  }

  /** Waits until the batch is proved. */
  Proved proved(String batchId) throws IOException {
    try {
      return batches.get(batchId).get();
    } catch (ExecutionException failed) {
      throw new IOException("Batch " + batchId + " was not proved.", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for batch " + batchId, interrupted);
    }
  }

  private Proved awaitProof(String batchId) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    while (true) {
      try {
        JsonNode batch = client.batch(batchId, LONG_POLL);
        if (batch.path("state").asText().equals("proved")) {
          return new Proved(batch.path("chainId").asInt(), System.nanoTime());
        }
        giveUpAfter(deadline, new IOException("It is still " + batch.path("state").asText() + "."));
      } catch (IOException failed) {
        if (failed instanceof Refusal refusal && !refusal.passing()) {
          throw failed;
        }
        giveUpAfter(deadline, failed);
        Thread.sleep(RETRY_PAUSE.toMillis());
      }
    }
  }

  private static void giveUpAfter(long deadline, IOException reason) throws IOException {
    if (System.nanoTime() > deadline) {
      throw reason;
    }
  }

  @Override
  public void close() {
    waiters.shutdownNow();
  }
}
