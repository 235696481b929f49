package dev.cairn.gateway.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the door counts. */
final class IntakeMetrics {

  private final MeterRegistry registry;
  private final Counter rejected;
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

  void rejected(int events) {
    rejected.increment(events);
  }
}
