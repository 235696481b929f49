package dev.cairn.app.instance;

import dev.cairn.evidence.crypto.SigningKey;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What the rooms of a process stand on.
 *
 * @param data directory of everything that must last; locked
 */
record Ground(
    Path data,
    SigningKey gatewayKey,
    Clock clock,
    SecureRandom random,
    PrometheusMeterRegistry meters) {

  static Ground open(Path data, Opened rooms) {
    rooms.opened(DataDirectory.open(data));
    NativeStore.unpackInto(data.resolve("native"));
    return new Ground(
        data, InstanceKeys.gateway(data), Clock.systemUTC(), new SecureRandom(), newMeters());
  }

  /** With the figures of the process itself. */
  private static PrometheusMeterRegistry newMeters() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    return meters;
  }
}
