package dev.cairn.app.instance;

import dev.cairn.http.ConnectionWatch;
import dev.cairn.http.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What the HTTP server counts. Safe for any thread. */
final class SurfaceMetrics implements Consumer<ProblemType> {

  private final MeterRegistry registry;

  /** Types are constants of the program, so there are only so many. */
  private final Map<ProblemType, Counter> problems = new ConcurrentHashMap<>();

  SurfaceMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void accept(ProblemType type) {
    problems.computeIfAbsent(type, this::counter).increment();
  }

  private Counter counter(ProblemType type) {
    return Counter.builder("cairn.http.problems")
        .description("Requests that were answered by a problem, by its type")
        .tag("type", type.slug())
        .register(registry);
  }

  void watch(ConnectionWatch connections) {
    Gauge.builder("cairn.http.connections", connections, ConnectionWatch::open)
        .description("Open connections")
        .register(registry);
    cut(connections, "too-many", ConnectionWatch::refused);
    cut(connections, "slow-head", ConnectionWatch::late);
  }

  private void cut(
      ConnectionWatch connections, String reason, ToDoubleFunction<ConnectionWatch> count) {
    FunctionCounter.builder("cairn.http.connections.cut", connections, count)
        .description("Connections that the server closed, by reason")
        .tag("reason", reason)
        .register(registry);
  }
}
