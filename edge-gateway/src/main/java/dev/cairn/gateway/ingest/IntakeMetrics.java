package dev.cairn.gateway.ingest;

import dev.cairn.http.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the door counts. */
final class IntakeMetrics {

  private final MeterRegistry registry;
  private final Counter rejected;

  /** By type; types are constants of the program, so there are only so many. */
  private final Map<ProblemType, Counter> rejections = new ConcurrentHashMap<>();

  private final Map<ProblemType, Counter> refusals = new ConcurrentHashMap<>();
  private final Timer acknowledgments;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.rejected =
        Counter.builder("cairn.gateway.events")
            .description("Events by verdict")
            .tag("verdict", "rejected")
            .register(registry);
    this.acknowledgments =
        Timer.builder("cairn.gateway.acknowledgment")
            .description("From the last byte of a request, or of a stream's group, to its answer")
            .publishPercentileHistogram()
            .register(registry);
  }

  void watch(Admission admission) {
    Gauge.builder("cairn.gateway.requests.inflight", admission, Admission::requests)
        .description("Requests that are being read or answered")
        .register(registry);
    Gauge.builder("cairn.gateway.bytes.inflight", admission, Admission::bytes)
        .description("Bytes that these requests hold, as received")
        .baseUnit("bytes")
        .register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void answered(Timer.Sample started) {
    started.stop(acknowledgments);
  }

  /** Events that were refused alone. */
  void rejected(List<Rejection> events) {
    rejected.increment(events.size());
    for (Rejection event : events) {
      count(
          rejections,
          "cairn.gateway.rejections",
          "Events that were refused, by reason",
          event.type());
    }
  }

  /** A request, or a group of a stream, that was refused as a whole. */
  void refused(ProblemType reason) {
    count(
        refusals,
        "cairn.gateway.refusals",
        "Requests, or groups of a stream, that were refused as a whole, by reason",
        reason);
  }

  private void count(
      Map<ProblemType, Counter> counters, String name, String description, ProblemType reason) {
    counters
        .computeIfAbsent(
            reason,
            type ->
                Counter.builder(name)
                    .description(description)
                    .tag("reason", type.slug())
                    .register(registry))
        .increment();
  }
}
