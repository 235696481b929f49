package dev.cairn.devnet.fault;

import dev.cairn.chainweb.MalformedException;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.json.JsonText;
import dev.cairn.devnet.json.ShapeException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port through which a test makes a bad day. It listens on this machine only: whoever reaches
 * it can break the network.
 */
public final class ControlPort implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ControlPort.class);

  private static final String LOOPBACK = "127.0.0.1";

  /** No request here is longer than a list of chains. */
  private static final int MAX_BODY = 65_536;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
  private final HttpServer server = vertx.createHttpServer();
  private final BadDay day;

  private ControlPort(BadDay day) {
    this.day = day;
  }

  /** Listens; port 0 takes a free one. */
  public static ControlPort open(int port, BadDay day) {
    ControlPort control = new ControlPort(day);
    try {
      control.server.requestHandler(control.router());
      control.server.listen(port, LOOPBACK).toCompletionStage().toCompletableFuture().join();
      return control;
    } catch (CompletionException failed) {
      control.close();
      throw new IllegalStateException(
          "Nobody can listen on " + LOOPBACK + ":" + port + ".", failed.getCause());
    }
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + server.actualPort());
  }

  private Router router() {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    router.get("/").blockingHandler(call -> send(call, 200, day.state()));
    router.post("/faults").blockingHandler(call -> answer(call, 201, day::add));
    router.delete("/faults").blockingHandler(call -> send(call, 200, day.clear()));
    router.delete("/faults/:id").blockingHandler(this::remove);
    post(router, "/hold", day::hold);
    post(router, "/release", day::release);
    post(router, "/reorganise", day::reorganise);
    post(router, "/mine", day::mine);
    post(router, "/lose", day::lose);
    post(router, "/clock", day::skew);
    return router;
  }

  private static void post(Router router, String path, Function<JsonShape, String> action) {
    router.route(HttpMethod.POST, path).blockingHandler(call -> answer(call, 200, action));
  }

  private void remove(RoutingContext call) {
    String id = call.pathParam("id");
    boolean removed = id.matches("[0-9]{1,9}") && day.remove(Integer.parseInt(id));
    if (removed) {
      send(call, 200, day.state());
    } else {
      refuse(call, 404, "There is no fault " + id + ".");
    }
  }

  private static void answer(RoutingContext call, int status, Function<JsonShape, String> action) {
    try {
      byte[] body = call.body().buffer() == null ? new byte[0] : call.body().buffer().getBytes();
      send(call, status, action.apply(JsonShape.parse(body)));
    } catch (ShapeException | MalformedException | ArithmeticException bad) {
      refuse(call, 400, String.valueOf(bad.getMessage()));
    } catch (IllegalArgumentException impossible) {
      refuse(call, 400, String.valueOf(impossible.getMessage()));
    } catch (RuntimeException defect) {
      LOG.error("The control port could not do {}.", call.request().path(), defect);
      refuse(call, 500, "This failed: " + defect.getMessage());
    }
  }

  private static void refuse(RoutingContext call, int status, String sentence) {
    send(call, status, "{\"error\":" + JsonText.quote(sentence) + "}");
  }

  private static void send(RoutingContext call, int status, String json) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json + "\n");
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
