package dev.cairn.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Lets pages of certain origins use the API from browsers (CORS, Fetch standard §3.2). Origins are
 * compared exactly and there is no star: whoever is not listed gets no headers, and its browser
 * keeps the answer from it. Credentials of browsers are never asked for; keys travel in a header.
 */
final class CrossOrigin implements Handler<RoutingContext> {

  /** Browsers may remember a permission so long; Chromium honours two hours at most. */
  private static final String MAX_AGE_SECONDS = "7200";

  private final Set<String> origins;

  CrossOrigin(Set<String> origins) {
    this.origins = origins;
  }

  /** Refuses what no browser would ever send as an origin. */
  static void check(String origin) {
    try {
      URI uri = new URI(origin);
      boolean bare = uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
      if (uri.getScheme() != null && uri.getHost() != null && bare && uri.getFragment() == null) {
        return;
      }
    } catch (URISyntaxException | RuntimeException e) {
      // Said below: a text that is no URI gets the same answer as one that is no origin.
    }
    throw new IllegalArgumentException(
        "An origin is scheme, host and port such as https://example.org, not \"" + origin + "\".");
  }

  @Override
  public void handle(RoutingContext context) {
    String origin = context.request().getHeader("Origin");
    HttpServerResponse response = context.response();
    // Whether allowed or not, the answer depends on it: a shared cache must know.
    response.putHeader("Vary", "Origin");
    if (origin == null || !origins.contains(origin)) {
      context.next();
      return;
    }
    response.putHeader("Access-Control-Allow-Origin", origin);
    response.putHeader(
        "Access-Control-Expose-Headers", "ETag, Retry-After, WWW-Authenticate, X-Request-Id");
    if (isPreflight(context)) {
      response
          .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PATCH, DELETE")
          .putHeader(
              "Access-Control-Allow-Headers",
              "Authorization, Content-Type, If-None-Match, X-Request-Id")
          .putHeader("Access-Control-Max-Age", MAX_AGE_SECONDS)
          .setStatusCode(204)
          .end();
    } else {
      context.next();
    }
  }

  private static boolean isPreflight(RoutingContext context) {
    return context.request().method().name().equals("OPTIONS")
        && context.request().getHeader("Access-Control-Request-Method") != null;
  }
}
