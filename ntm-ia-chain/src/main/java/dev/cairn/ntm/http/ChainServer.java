package dev.cairn.ntm.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A server of one chain and nothing else. */
public final class ChainServer implements AutoCloseable {

  /** A client that sends nothing for so long is cut; longer than any answer takes. */
  private static final int IDLE_SECONDS = 60;

  private static final int GRACE_SECONDS = 2;
  private static final int START_STOP_SECONDS = 30;

  private final Vertx vertx;
  private final HttpServer server;
  private final String host;

  private ChainServer(Vertx vertx, HttpServer server, String host) {
    this.vertx = vertx;
    this.server = server;
    this.host = host;
  }

  /**
   * Starts to answer; {@link IOException} if the address can't be had.
   *
   * @param port 0 takes a free one
   * @param site makes the site for this server's Vert.x
   */
  public static ChainServer start(String host, int port, Function<Vertx, ChainSite> site)
      throws IOException {
    Vertx vertx = Vertx.vertx();
    HttpServerOptions options =
        new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
    boolean started = false;
    try {
      HttpServer server =
          await(
              vertx
                  .createHttpServer(options)
                  .requestHandler(site.apply(vertx))
                  .listen(port, host)
                  .toCompletionStage()
                  .toCompletableFuture());
      started = true;
      return new ChainServer(vertx, server, host);
    } finally {
      if (!started) {
        await(vertx.close().toCompletionStage().toCompletableFuture());
      }
    }
  }

  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.actualPort());
  }

  /** Takes nothing new, lets requests under way get their answers, then ends. */
  @Override
  public void close() throws IOException {
    try {
      await(
          server
              .shutdown(GRACE_SECONDS, TimeUnit.SECONDS)
              .toCompletionStage()
              .toCompletableFuture());
    } finally {
      await(vertx.close().toCompletionStage().toCompletableFuture());
    }
  }

  private static <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.get(START_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("The server takes too long.", e);
    }
  }
}
