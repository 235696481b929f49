package dev.cairn.gateway.commit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** What the writer counts. */
final class WriterMetrics {

  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter repeated;
  private final Counter conflicts;
  private final Counter failures;
  private final DistributionSummary groupEvents;
  private final Timer commits;

  WriterMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.accepted = events("accepted");
    this.repeated = events("repeated");
    this.conflicts = events("conflict");
    this.failures =
        Counter.builder("cairn.gateway.store.failures")
            .description("Writes that failed, or were reported failed")
            .register(registry);
    this.groupEvents =
        DistributionSummary.builder("cairn.gateway.commit.events")
            .description("Events made durable by one fsync")
            .register(registry);
    this.commits =
        Timer.builder("cairn.gateway.commit")
            .description("Places, receipts, write and fsync of one group")
            .publishPercentileHistogram()
            .register(registry);
  }

  private Counter events(String verdict) {
    return Counter.builder("cairn.gateway.events")
        .description("Events by verdict")
        .tag("verdict", verdict)
        .register(registry);
  }

  void watch(WriterQueue queue) {
    Gauge.builder("cairn.gateway.queue", queue, WriterQueue::size)
        .description("Submissions that wait for the writer")
        .register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void committed(Timer.Sample started, List<List<Verdict>> verdicts) {
    started.stop(commits);
    int events = 0;
    for (List<Verdict> submission : verdicts) {
      submission.forEach(this::count);
      events += submission.size();
    }
    if (events > 0) {
      groupEvents.record(events);
    }
  }

  private void count(Verdict verdict) {
    if (verdict instanceof Verdict.Accepted event) {
      (event.repeated() ? repeated : accepted).increment();
    } else {
      conflicts.increment();
    }
  }

  void failed() {
    failures.increment();
  }
}
