package dev.cairn.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Mounts endpoints on a router: who may use them, media type and size are checked here, before the
 * endpoint runs.
 */
public final class HttpSurface {
  /** What a problem repeats of a name that a client made up. */
  private static final int MAX_ECHO_CHARS = 64;

  private HttpSurface() {}

  /** A router that serves the endpoints to everybody. */
  public static Router router(Vertx vertx, List<Endpoint> endpoints) {
    return router(vertx, endpoints, SurfaceRules.OPEN);
  }

  /** A router that serves the endpoints; a GET endpoint answers HEAD as well. */
  public static Router router(Vertx vertx, List<Endpoint> endpoints, SurfaceRules rules) {
    Router router = Router.router(vertx);
    router.route().handler(new RequestLog());
    if (!rules.origins().isEmpty()) {
      router.route().handler(new CrossOrigin(rules.origins()));
    }
    endpoints.forEach(endpoint -> mount(router, endpoint, rules.gatekeeper()));
    allowedMethods(endpoints).forEach((path, allowed) -> refuseOthers(router, path, allowed));
    FailureHandler failures = new FailureHandler(rules.refusals());
    router.route().failureHandler(failures);
    // Before a route was found, as with a broken escape in the path: no failure handler sees it.
    router.errorHandler(400, context -> failures.answer(context, UnreadableRequest.malformed()));
    router.errorHandler(404, failures);
    router.errorHandler(405, failures);
    return router;
  }

  private static Map<String, Set<String>> allowedMethods(List<Endpoint> endpoints) {
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      EndpointSpec spec = endpoint.spec();
      Set<String> methods = allowed.computeIfAbsent(spec.routePath(), path -> new TreeSet<>());
      methods.add(spec.method().name());
      if (spec.method().equals(HttpMethod.GET)) {
        methods.add(HttpMethod.HEAD.name());
      }
    }
    return allowed;
  }

  /** RFC 9110, section 15.5.6: whoever is refused for the method is told which ones there are. */
  private static void refuseOthers(Router router, String path, Set<String> allowed) {
    router
        .route(path)
        .handler(
            context -> {
              context.response().putHeader("Allow", String.join(", ", allowed));
              context.fail(405);
            });
  }

  private static void mount(Router router, Endpoint endpoint, Gatekeeper gatekeeper) {
    EndpointSpec spec = endpoint.spec();
    Route route = router.route(spec.method(), spec.routePath());
    route.handler(new Admittance(gatekeeper, spec.needs()));
    if (spec.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    spec.request().ifPresent(body -> readBody(route, body));
    route.handler(context -> checkQuery(context, spec));
    route.handler(endpoint::handle);
  }

  /**
   * A misspelt parameter would be ignored in silence, and the answer be one to another question.
   */
  private static void checkQuery(RoutingContext context, EndpointSpec spec) {
    for (String name : context.queryParams().names()) {
      if (!spec.takes(name)) {
        context.fail(
            ProblemType.INVALID_REQUEST
                .because("The query has an unknown parameter \"" + shortened(name) + "\".")
                .with("parameter", shortened(name)));
        return;
      }
    }
    context.next();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), MAX_ECHO_CHARS));
  }

  private static void readBody(Route route, RequestBody body) {
    if (!body.streamed()) {
      // Vert.x wants the body handler first; its limit holds for unwanted media types as well.
      route.handler(BodyHandler.create(false).setBodyLimit(body.maxBytes()));
    }
    route.handler(HttpSurface::checkEncoding);
    route.handler(context -> checkMediaType(context, body));
  }

  /**
   * The server takes away the encodings that it undoes; what is still named here is none of them.
   */
  private static void checkEncoding(RoutingContext context) {
    String encoding = context.request().getHeader("Content-Encoding");
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      context.next();
    } else {
      context.fail(
          ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
              "The Content-Encoding is \""
                  + shortened(encoding)
                  + "\"; send gzip, deflate, or a body without encoding."));
    }
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
