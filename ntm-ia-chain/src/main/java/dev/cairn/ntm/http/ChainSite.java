package dev.cairn.ntm.http;

import dev.cairn.ntm.keyring.KeyringSource;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.watch.ChainWatch;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All paths of the protocol for one chain, to be mounted on any Vert.x server. */
public final class ChainSite implements Handler<HttpServerRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(ChainSite.class);

  /** Where the page for people is. */
  public static final String REPORT = SitePaths.INTEGRITY;

  /** A million blocks take so long; who asks again meets the same run. */
  private static final long MAX_WAIT_SECONDS = 30;

  private static final String RETRY_SECONDS = "10";

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;

  private final Vertx vertx;
  private final List<Resource> resources;

  /**
   * What a site shows.
   *
   * @param base this server as others see it: what links for programs begin with
   * @param documents folder of the documents that the protocol points at; empty if there is none
   */
  public record Content(
      ChainDirectory directory,
      KeyringSource keyring,
      ChainWatch watch,
      Supplier<URI> base,
      Optional<Path> documents,
      Clock clock) {}

  public ChainSite(Vertx vertx, Content content) {
    this.vertx = vertx;
    this.resources =
        List.of(
            new GetBlock(content.directory()),
            new GetBlockList(new CachedListing(content.directory(), content.clock())),
            new GetLastHash(content.directory()),
            new GetPublicKey(content.keyring()),
            new GetKeys(content.keyring()),
            new GetIntegrity(content.watch()),
            new GetTrust(content.watch(), content.base()),
            new GetDocument(content.documents()));
  }

  /** Whether something of the chain is at this path. */
  public boolean owns(String path) {
    return path.startsWith(SitePaths.CHAIN) || resource(path).isPresent();
  }

  private Optional<Resource> resource(String path) {
    return resources.stream().filter(resource -> resource.isAt(path)).findFirst();
  }

  @Override
  public void handle(HttpServerRequest request) {
    Reply reply = new Reply(request);
    Optional<Resource> resource = resource(String.valueOf(request.path()));
    if (resource.isEmpty()) {
      reply.send(Answer.sentence(NOT_FOUND, "There is nothing here."));
    } else if (!READING.contains(request.method())) {
      reply.send(
          Answer.sentence(METHOD_NOT_ALLOWED, "This can only be read.").with("Allow", "GET, HEAD"));
    } else {
      read(resource.get(), request).onSuccess(reply::send);
    }
  }

  /** Files are read off the event loop; a verification runs elsewhere and is only waited for. */
  private Future<Answer> read(Resource resource, HttpServerRequest request) {
    Ask ask =
        new Ask(
            request.path(),
            name -> parameter(request, name),
            String.valueOf(request.getHeader("Accept")));
    Optional<String> ifNoneMatch = Optional.ofNullable(request.getHeader("If-None-Match"));
    return vertx
        .executeBlocking(() -> resource.get(ask), false)
        .compose((CompletionStage<Answer> stage) -> Future.fromCompletionStage(stage))
        .timeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS)
        .map(answer -> part(request).of(answer.unlessMatched(ifNoneMatch)))
        .recover(failure -> Future.succeededFuture(answer(failure, request.path())));
  }

  /** The head of all bytes is asked for by HEAD; parts are for GET alone. */
  private static PartRequest part(HttpServerRequest request) {
    boolean get = request.method().equals(HttpMethod.GET);
    return new PartRequest(
        Optional.ofNullable(request.getHeader("Range")).filter(range -> get),
        Optional.ofNullable(request.getHeader("If-Range")));
  }

  private static Optional<String> parameter(HttpServerRequest request, String name) throws Refused {
    try {
      return Optional.ofNullable(request.getParam(name));
    } catch (IllegalArgumentException brokenEscape) {
      throw Refused.badRequest("The query has a broken escape.");
    }
  }

  private static Answer answer(Throwable failure, String path) {
    if (failure instanceof Refused refused) {
      return refused.answer();
    }
    if (failure instanceof TimeoutException) {
      return Answer.sentence(UNAVAILABLE, "The verification is still running; ask again.")
          .with("Retry-After", RETRY_SECONDS);
    }
    // What went wrong names files of this machine: that is for its operator.
    LOG.warn("{} can't be answered", path, failure);
    return Answer.sentence(UNAVAILABLE, "The chain can't be read at the moment.")
        .with("Retry-After", RETRY_SECONDS);
  }
}
