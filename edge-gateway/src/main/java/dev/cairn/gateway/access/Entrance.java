package dev.cairn.gateway.access;

import io.vertx.ext.web.RoutingContext;

/** Tells for whom a request brings events. For event loops: must not block. */
@FunctionalInterface
public interface Entrance {

  /**
   * The submitter of a request that was authenticated already.
   *
   * @throws dev.cairn.http.Problem when nobody may submit in this way
   */
  Submitter admit(RoutingContext request);
}
