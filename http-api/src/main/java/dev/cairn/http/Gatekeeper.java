package dev.cairn.http;

import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;

/**
 * The one place where requests to all rooms are authenticated: asked on the event loop, before any
 * byte of the body is read. Must not block.
 */
@FunctionalInterface
public interface Gatekeeper {

  /** The tenant of an instance that knows no tenants. */
  String ONLY_TENANT = "default";

  /** Lets everybody do everything: for an instance, or a room alone, that nobody else reaches. */
  Gatekeeper OPEN =
      (context, needed) -> new Caller(ONLY_TENANT, "anyone", EnumSet.allOf(Permission.class), true);

  /**
   * The caller, who has the permission.
   *
   * @throws Problem of type {@link ProblemType#UNAUTHENTICATED} or {@link ProblemType#FORBIDDEN}
   */
  Caller admit(RoutingContext context, Permission needed);
}
