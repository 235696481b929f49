package dev.cairn.gateway;

import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.gateway.access.OpenEntrance;
import dev.cairn.gateway.store.StoreWrites;
import dev.cairn.http.HttpSurface;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A gateway behind a real HTTP server on a free port of the loopback. */
public final class GatewayFixture implements AutoCloseable {

  public static final int CHAINS = 20;
  public static final String JSON = "application/json";
  public static final String NDJSON = "application/x-ndjson";

  static {
    // A machine that is busy with other builds is slow, not wrong.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Gateway gateway;
  private final HttpServer server;

  public GatewayFixture(GatewaySettings settings, StoreWrites writes) {
    gateway =
        Gateway.open(
            settings,
            Clock.systemUTC(),
            new Random(),
            SigningKey.fromEd25519Seed(new byte[32]),
            SignatureProviders.best(),
            taskKey -> Math.floorMod(taskKey.hashCode(), CHAINS),
            new OpenEntrance(),
            meters,
            writes);
    server =
        get(
            vertx
                .createHttpServer(new HttpServerOptions().setDecompressionSupported(true))
                .requestHandler(HttpSurface.router(vertx, gateway.endpoints()))
                .listen(0, "127.0.0.1"));
  }

  public Gateway gateway() {
    return gateway;
  }

  public SimpleMeterRegistry meters() {
    return meters;
  }

  public int port() {
    return server.actualPort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public HttpResponse<String> post(String contentType, String body) throws Exception {
    return post("/v1/events/batch", contentType, body);
  }

  public HttpResponse<String> post(String path, String contentType, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    gateway.close();
    get(vertx.close());
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
