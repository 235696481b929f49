package dev.cairn.devnet.rest;

import dev.cairn.chainweb.Bytes;
import dev.cairn.devnet.json.ShapeException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the network. Endpoints run on their own threads, never on the event loop. */
public final class ServiceApi implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceApi.class);

  /** The loops only move bytes. */
  private static final int EVENT_LOOPS = 2;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setWorkerPoolSize(1));
  // A node speaks HTTP/1.1 only.
  private final HttpServer server =
      vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false));
  private final ExecutorService workers;
  private final Router router;
  private final FaultyAnswers answers;
  private final Clock clock;

  private ServiceApi(ExecutorService workers, Router router, FaultyAnswers answers, Clock clock) {
    this.workers = workers;
    this.router = router;
    this.answers = answers;
    this.clock = clock;
  }

  /** Listens on an address; port 0 takes a free one. */
  public static ServiceApi open(String host, int port, ServedNetwork network) {
    Router router = new Router(Endpoints.of(network), network.version().latestGraph().order());
    ExecutorService workers = Workers.start();
    FaultyAnswers answers = new FaultyAnswers(network.faults(), workers);
    ServiceApi api = new ServiceApi(workers, router, answers, network.clock());
    try {
      api.server.requestHandler(api::serve);
      api.server.listen(port, host).toCompletionStage().toCompletableFuture().join();
      return api;
    } catch (CompletionException failed) {
      api.close();
      String address = host + ":" + port;
      throw new IllegalStateException("Nobody can listen on " + address + ".", failed.getCause());
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.actualPort();
  }

  private void serve(HttpServerRequest request) {
    Reply reply = new Reply(request, clock);
    if (request.method().equals(HttpMethod.OPTIONS) && reply.isCrossOrigin()) {
      reply.preflight(router.knows(request.path()));
      return;
    }
    try {
      MultiMap headers = request.headers();
      Router.Match match =
          router.find(
              request.method().name(),
              request.path(),
              headers.get("Accept") == null ? "*/*" : headers.get("Accept"),
              headers.get("Content-Type") == null ? "" : headers.get("Content-Type"));
      Map<String, String> query = query(request);
      String path = request.path();
      Body.read(request, reply, body -> dispatch(path, match, query, body, reply));
    } catch (Refusal refusal) {
      reply.send(refusal.answer());
    }
  }

  private void dispatch(
      String path, Router.Match match, Map<String, String> query, byte[] body, Reply reply) {
    Call call = new Call(match.variables(), query, match.form(), Bytes.of(body));
    try {
      workers.execute(
          () -> answers.answer(path, call, () -> answer(match.endpoint(), call)).sendTo(reply));
    } catch (RejectedExecutionException closing) {
      reply.send(Answer.empty(503));
    }
  }

  private static Answer answer(Endpoint endpoint, Call call) {
    try {
      return endpoint.answer(call);
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (ShapeException problem) {
      return Refusal.malformed(String.valueOf(problem.getMessage())).answer();
    } catch (RuntimeException | StackOverflowError defect) {
      LOG.error("A request to {} failed.", endpoint.route(), defect);
      return Refusal.broken().answer();
    }
  }

  // Of a parameter given twice a node takes the first.
  private static Map<String, String> query(HttpServerRequest request) {
    Map<String, String> query = new TreeMap<>();
    for (Map.Entry<String, String> parameter : request.params()) {
      query.putIfAbsent(parameter.getKey(), parameter.getValue());
    }
    return query;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    workers.shutdownNow();
  }
}
