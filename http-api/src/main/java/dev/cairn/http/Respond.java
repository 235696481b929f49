package dev.cairn.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Writes answers. An answer to a client that is gone is dropped in silence. */
public final class Respond {
  private Respond() {}

  public static void json(RoutingContext context, int status, JsonNode body) {
    bytes(context, status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }

  public static void bytes(RoutingContext context, int status, String mediaType, byte[] body) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context.response().setStatusCode(status).putHeader("Content-Type", mediaType);
    context.response().end(Buffer.buffer(body));
  }

  static void problem(RoutingContext context, Problem problem) {
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> context.response().putHeader("Retry-After", "" + seconds));
    if (problem.type().status() == 401) {
      // RFC 9110 §11.6.1 demands it of every 401; RFC 6750 §3 gives its form.
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"cairn\"");
    }
    bytes(
        context,
        problem.type().status(),
        "application/problem+json",
        problem
            .toJson()
            .put("requestId", RequestId.of(context))
            .toString()
            .getBytes(StandardCharsets.UTF_8));
  }
}
