package dev.cairn.app.instance;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.http.ConnectionWatch;
import dev.cairn.http.Endpoint;
import dev.cairn.http.HttpSurface;
import dev.cairn.http.SurfaceRules;
import dev.cairn.http.UnreadableRequest;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The HTTP server of an instance: the endpoints of all rooms on one port. */
final class Surface implements AutoCloseable {

  /**
   * A client between requests, or in the middle of a body, that sends nothing for so long is cut;
   * longer than any answer may take.
   */
  private static final int IDLE_SECONDS = 150;

  /** An acknowledgment takes milliseconds; who waits for a proof may ask again. */
  private static final int GRACE_SECONDS = 2;

  private final Vertx vertx;
  private final List<HttpServer> servers;
  private final SurfaceSettings settings;

  private Surface(Vertx vertx, List<HttpServer> servers, SurfaceSettings settings) {
    this.vertx = vertx;
    this.servers = servers;
    this.settings = settings;
  }

  /**
   * Serves the endpoints of the rooms, and those of the process itself.
   *
   * @param obstacles why the process is not ready, in sentences; none when it is
   */
  static Surface open(
      SurfaceSettings settings,
      SurfaceRules rules,
      List<Endpoint> rooms,
      Supplier<List<String>> obstacles,
      PrometheusMeterRegistry meters) {
    settings.tls().ifPresent(TlsFiles::check);
    int loops = Runtime.getRuntime().availableProcessors();
    // Without its native library it is the JDK's transport, which takes a tenth more time.
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
    try {
      List<Endpoint> endpoints = new ArrayList<>(rooms);
      endpoints.add(new GetHealth());
      endpoints.add(new GetReadiness(obstacles));
      endpoints.add(new GetMetrics(meters));
      endpoints.add(new GetOpenApi(endpoints));
      SurfaceMetrics metrics = new SurfaceMetrics(meters);
      ConnectionWatch connections = new ConnectionWatch(settings.connections());
      metrics.watch(connections);
      Router router = HttpSurface.router(vertx, endpoints, rules.counting(metrics));
      Supplier<HttpServer> server =
          () ->
              vertx
                  .createHttpServer(options(settings))
                  .connectionHandler(connections)
                  .requestHandler(router)
                  .invalidRequestHandler(new UnreadableRequest(metrics));
      List<HttpServer> servers =
          await(
              Listener.listen(vertx, loops, settings, server),
              "Cannot listen on " + settings.host() + ":" + settings.port());
      settings.tls().ifPresent(files -> new CertificateWatch(vertx, servers, files).start());
      return new Surface(vertx, servers, settings);
    } catch (RuntimeException failed) {
      await(vertx.close(), "The HTTP server does not stop");
      throw failed;
    }
  }

  private static HttpServerOptions options(SurfaceSettings settings) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            // Without TLS, HTTP/2 would only be a second way to say the same, begun unannounced.
            .setHttp2ClearTextEnabled(false)
            .setSslHandshakeTimeout(settings.connections().headWithin().toMillis())
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            // Each of these would look at every request, and nobody here speaks WebSocket.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setDecompressionSupported(true);
    settings.tls().ifPresent(files -> files.apply(options));
    return options;
  }

  URI address() {
    String scheme = settings.tls().isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + settings.host() + ":" + servers.get(0).actualPort());
  }

  /** Takes nothing new, lets requests under way get their answers, then ends. */
  @Override
  public void close() {
    List<Future<Void>> stopping =
        servers.stream().map(server -> server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS)).toList();
    await(Future.all(stopping), "The HTTP server does not stop");
    await(vertx.close(), "The HTTP server does not stop");
  }

  private static <T> T await(Future<T> future, String otherwise) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", interrupted);
    } catch (ExecutionException failed) {
      throw Failure.doNot(
          otherwise + ": " + Explanation.of(failed.getCause()) + ".", failed.getCause());
    } catch (TimeoutException slow) {
      throw Failure.doNot(otherwise + ": it took too long.", slow);
    }
  }
}
