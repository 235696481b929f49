package dev.cairn.http;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into a problem; what is our own fault is logged with the request's id.
 */
final class FailureHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

  private final Consumer<ProblemType> refusals;

  /** A handler that tells what it answers. */
  FailureHandler(Consumer<ProblemType> refusals) {
    this.refusals = refusals;
  }

  @Override
  public void handle(RoutingContext context) {
    if (context.response().closed()) {
      // The client is gone, most often in the middle of its body: nobody's fault, and no answer.
      return;
    }
    answer(context, problem(context, context.failure()));
  }

  void answer(RoutingContext context, Problem problem) {
    refusals.accept(problem.type());
    Respond.problem(context, problem);
  }

  private static Problem problem(RoutingContext context, Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof DecoderException) {
      return ProblemType.INVALID_REQUEST.because("The body is not what its Content-Encoding says.");
    }
    return byStatus(context, failure);
  }

  private static Problem byStatus(RoutingContext context, Throwable failure) {
    String target = context.request().method() + " " + context.request().path();
    return switch (context.statusCode()) {
      case 400 -> UnreadableRequest.malformed();
      case 404 ->
          ProblemType.NOT_FOUND.because(
              target + " is not served; GET /v1/openapi.json lists what is.");
      case 405 -> ProblemType.METHOD_NOT_ALLOWED.because(target + " is not offered.");
      case 413 -> ProblemType.BODY_TOO_LARGE.because(target + ": the body is larger than allowed.");
      default -> internal(target, RequestId.of(context), failure);
    };
  }

  private static Problem internal(String target, String request, Throwable failure) {
    LOG.error("{} failed, request {}", target, request, failure);
    return ProblemType.INTERNAL.because(
        "The request failed on our side; nothing of it was accepted. Our log has it under its"
            + " requestId.");
  }
}
