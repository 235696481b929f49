package dev.cairn.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names each request and, at level INFO, logs one line when it ends: method, path, status, time,
 * tenant and the name of the key. Queries, headers and bodies are never logged.
 */
final class RequestLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  @Override
  public void handle(RoutingContext context) {
    context.response().putHeader(RequestId.HEADER, RequestId.of(context));
    if (LOG.isInfoEnabled()) {
      long startedAt = System.nanoTime();
      context.addEndHandler(ended -> write(context, System.nanoTime() - startedAt));
    }
    context.next();
  }

  private static void write(RoutingContext context, long nanos) {
    Optional<Caller> caller = Caller.find(context);
    LOG.atInfo()
        .addKeyValue("request", RequestId.of(context))
        .addKeyValue("method", context.request().method())
        .addKeyValue("path", context.request().path())
        .addKeyValue("status", context.response().getStatusCode())
        .addKeyValue("micros", TimeUnit.NANOSECONDS.toMicros(nanos))
        .addKeyValue("tenant", caller.map(Caller::tenant).orElse("-"))
        .addKeyValue("caller", caller.map(Caller::name).orElse("-"))
        .log("answered");
  }
}
