package dev.cairn.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Answers bytes that are no HTTP request; the connection ends with the answer. */
public final class UnreadableRequest implements Handler<HttpServerRequest> {

  private final Consumer<ProblemType> refusals;

  /** A handler that tells what it answers. */
  public UnreadableRequest(Consumer<ProblemType> refusals) {
    this.refusals = refusals;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Problem problem = problem(request.decoderResult().cause());
    refusals.accept(problem.type());
    request
        .response()
        .setStatusCode(problem.type().status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Connection", "close")
        .end(problem.toJson().toString())
        .onComplete(sent -> request.connection().close());
  }

  private static Problem problem(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return ProblemType.URI_TOO_LONG.because("The request line is longer than 4096 bytes.");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return ProblemType.HEADERS_TOO_LARGE.because("The headers are larger than 8192 bytes.");
    }
    return malformed();
  }

  static Problem malformed() {
    return ProblemType.INVALID_REQUEST.because("The request line or a header is malformed.");
  }
}
