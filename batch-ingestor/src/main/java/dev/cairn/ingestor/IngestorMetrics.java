package dev.cairn.ingestor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the ingestor counts and times. */
final class IngestorMetrics {

  /** Things that happen to transactions. */
  enum Outcome {
    PREPARED,
    SENT,
    REFUSED,
    MINED,
    FINAL,
    LOST,
    EXPIRED,
    FAILED
  }

  private final MeterRegistry registry;
  private final Timer settled;

  IngestorMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.settled =
        Timer.builder("cairn.ingestor.batch.final")
            .description("From the closing of a batch to the finality of its anchor")
            .publishPercentiles(0.5, 0.95)
            .register(registry);
  }

  void count(Outcome outcome) {
    String name = outcome.name().toLowerCase(Locale.ROOT);
    registry.counter("cairn.ingestor.transactions", "outcome", name).increment();
  }

  void settled(Submission submission, Instant now) {
    count(Outcome.FINAL);
    for (PendingBatch batch : submission.batches()) {
      settled.record(Duration.ofMillis(now.toEpochMilli() - batch.closedAtMillis()));
    }
  }
}
