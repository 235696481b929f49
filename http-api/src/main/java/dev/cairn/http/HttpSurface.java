package dev.cairn.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;

/** Mounts endpoints on a router: media type and size are checked here, before the endpoint runs. */
public final class HttpSurface {
  private HttpSurface() {}

  /** A router that serves the endpoints; a GET endpoint answers HEAD as well. */
  public static Router router(Vertx vertx, List<Endpoint> endpoints) {
    Router router = Router.router(vertx);
    endpoints.forEach(endpoint -> mount(router, endpoint));
    FailureHandler failures = new FailureHandler();
    router.route().failureHandler(failures);
    router.errorHandler(404, failures);
    router.errorHandler(405, failures);
    return router;
  }

  private static void mount(Router router, Endpoint endpoint) {
    EndpointSpec spec = endpoint.spec();
    Route route = router.route(spec.method(), spec.routePath());
    if (spec.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    spec.request().ifPresent(body -> readBody(route, body));
    route.handler(endpoint::handle);
  }

  private static void readBody(Route route, RequestBody body) {
    if (!body.streamed()) {
      // Vert.x wants the body handler first; its limit holds for unwanted media types as well.
      route.handler(BodyHandler.create(false).setBodyLimit(body.maxBytes()));
    }
    route.handler(context -> checkMediaType(context, body));
  }

  private static void checkMediaType(RoutingContext context, RequestBody body) {
    Optional<String> contentType = Optional.ofNullable(context.request().getHeader("Content-Type"));
    if (contentType.filter(body::accepts).isPresent()) {
      context.next();
      return;
    }
    context.fail(
        ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
            "The Content-Type is "
                + contentType.map(given -> "\"" + given + "\"").orElse("missing")
                + "; send one of "
                + String.join(", ", body.content().keySet())
                + "."));
  }
}
