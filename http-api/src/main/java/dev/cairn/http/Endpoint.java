package dev.cairn.http;

import io.vertx.ext.web.RoutingContext;

/**
 * One HTTP operation: a verb on a resource.
 *
 * <p>{@link #handle} runs on an event loop and must not block; work on disk or signatures goes to
 * {@code context.vertx().executeBlocking}. A {@link Problem} that is thrown, or given to {@code
 * context.fail}, becomes the answer.
 */
public interface Endpoint {
  EndpointSpec spec();

  void handle(RoutingContext context);
}
