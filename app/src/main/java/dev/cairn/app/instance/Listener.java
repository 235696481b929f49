package dev.cairn.app.instance;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The HTTP server on one event loop. Those of all loops share the port; a connection stays with the
 * loop that took it.
 */
final class Listener extends VerticleBase {

  /** Vert.x's word for a free port that all servers of a deployment share. */
  private static final int FREE_PORT = -1;

  private final HttpServer server;
  private final SurfaceSettings settings;

  private Listener(HttpServer server, SurfaceSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Listens on as many event loops.
   *
   * @param servers makes one that is set up and does not listen yet
   */
  static Future<List<HttpServer>> listen(
      Vertx vertx, int loops, SurfaceSettings settings, Supplier<HttpServer> servers) {
    List<HttpServer> listening = new CopyOnWriteArrayList<>();
    return vertx
        .deployVerticle(
            () -> {
              HttpServer server = servers.get();
              listening.add(server);
              return new Listener(server, settings);
            },
            new DeploymentOptions().setInstances(loops))
        .map(listening);
  }

  @Override
  public Future<HttpServer> start() {
    return server.listen(settings.port() == 0 ? FREE_PORT : settings.port(), settings.host());
  }
}
