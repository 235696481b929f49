package dev.cairn.gateway.ingest;

import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventVerifier;
import dev.cairn.gateway.access.Entrance;
import dev.cairn.gateway.commit.Writer;
import dev.cairn.http.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything before the writer: admission, workers and endpoints. */
public final class Door implements AutoCloseable {

  private final ExecutorService workers;
  private final List<Endpoint> endpoints;

  /**
   * Opens the door; requests are served as soon as the endpoints are mounted.
   *
   * @param threads that check signatures
   * @param entrance tells whose events a request brings
   */
  public Door(
      RequestLimits limits,
      int threads,
      Entrance entrance,
      SignatureProvider provider,
      Clock clock,
      Writer writer,
      MeterRegistry meters) {
    // The queue of the pool has no bound of its own: it holds only what was admitted.
    this.workers = Executors.newFixedThreadPool(threads, workerThreads());
    Admission admission = new Admission(limits);
    EventChecks checks =
        new EventChecks(
            new EventParser(limits.eventBytes()),
            new EventVerifier(provider),
            workers,
            threads,
            clock);
    IntakeMetrics metrics = new IntakeMetrics(meters);
    metrics.watch(admission);
    Intake intake = new Intake(checks, writer, workers, metrics);
    PostEventsBatch events = new PostEventsBatch(entrance, intake, admission, limits);
    this.endpoints = List.of(events, new PostAuditBatch(events));
  }

  private static ThreadFactory workerThreads() {
    AtomicInteger number = new AtomicInteger();
    return task -> new Thread(task, "gateway-worker-" + number.incrementAndGet());
  }

  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** To be called after the writer has closed: what is still under way is then answered. */
  @Override
  public void close() {
    workers.shutdown();
  }
}
