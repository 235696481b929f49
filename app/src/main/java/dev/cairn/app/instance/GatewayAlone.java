package dev.cairn.app.instance;

import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.gateway.Gateway;
import dev.cairn.gateway.GatewaySettings;
import dev.cairn.http.Endpoint;
import dev.cairn.virtualchain.router.TaskRouter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The gateway without the rooms behind it. It takes events and closes batches in the same data
 * directory as an {@link Instance}, which anchors them when it is started there later.
 */
public final class GatewayAlone implements AutoCloseable {

  /** As on the public network, so that an instance there finds its batches where it expects. */
  public static final int DEFAULT_CHAINS = 20;

  private final Opened rooms;
  private final URI address;
  private final CountDownLatch closed = new CountDownLatch(1);

  private GatewayAlone(Opened rooms, URI address) {
    this.rooms = rooms;
    this.address = address;
  }

  /**
   * How to run it.
   *
   * @param chains of the network that the batches are for
   */
  public record Settings(
      Path data,
      SurfaceSettings surface,
      int chains,
      InstanceSettings.Limits limits,
      SignatureProvider provider) {}

  /** Opens everything; when the call returns, requests are answered. */
  public static GatewayAlone start(Settings settings) {
    Opened rooms = new Opened();
    try {
      return open(settings, rooms);
    } catch (RuntimeException failed) {
      rooms.close();
      throw failed;
    }
  }

  private static GatewayAlone open(Settings settings, Opened rooms) {
    Path data = settings.data();
    rooms.opened(DataDirectory.open(data));
    NativeStore.unpackInto(data.resolve("native"));
    SigningKey key = InstanceKeys.gateway(data);
    TaskRouter router = new TaskRouter(settings.chains());
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    Access access = rooms.opened(Access.open(data, settings.surface(), key, clock, random));
    Gateway gateway =
        rooms.opened(
            Gateway.open(
                GatewaySettings.of(data.resolve("gateway")).withBatch(settings.limits().batch()),
                clock,
                random,
                key,
                settings.provider(),
                taskKey -> router.chainOf(taskKey).value(),
                access.gate(),
                meters));
    access.register().deliverTo(gateway::take);
    List<Endpoint> endpoints = new ArrayList<>(gateway.endpoints());
    endpoints.addAll(access.endpoints());
    Surface surface =
        rooms.opened(
            Surface.open(
                settings.surface(),
                access.rules(),
                endpoints,
                () -> gateway.ready() ? List.of() : List.of(Readiness.NOT_DURABLE),
                meters));
    return new GatewayAlone(rooms, surface.address());
  }

  /** Where requests are answered. */
  public URI address() {
    return address;
  }

  /** Returns when it has been closed. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  /** Takes nothing new, answers what it took, closes every batch. */
  @Override
  public void close() {
    rooms.close();
    closed.countDown();
  }
}
