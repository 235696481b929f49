package dev.cairn.app.instance;

import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.gateway.Gateway;
import dev.cairn.virtualchain.router.TaskRouter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The gateway without the rooms behind it. It takes events and closes batches in the same data
 * directory as an {@link Instance}, which anchors them when it is started there later.
 */
public final class GatewayAlone implements Running {

  /** As on the public network, so that an instance there finds its batches where it expects. */
  public static final int DEFAULT_CHAINS = 20;

  private final Opened rooms;
  private final URI address;

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
    Ground ground = Ground.open(settings.data(), rooms);
    GatewaySide door =
        GatewaySide.open(
            ground,
            settings.surface(),
            settings.limits(),
            settings.provider(),
            new TaskRouter(settings.chains()),
            rooms);
    Gateway gateway = door.gateway();
    Surface surface =
        rooms.opened(
            Surface.open(
                settings.surface(),
                door.rules(),
                door.endpoints(List.of()),
                () -> gateway.ready() ? List.of() : List.of(Readiness.NOT_DURABLE),
                ground.meters()));
    return new GatewayAlone(rooms, surface.address());
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public void awaitClosed() throws InterruptedException {
    rooms.awaitClosed();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
