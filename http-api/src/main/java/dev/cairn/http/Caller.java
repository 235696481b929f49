package dev.cairn.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request, as the gatekeeper found out.
 *
 * @param tenant whose data the request is about
 * @param name of the key, certificate or rule by which the caller was let in; never a secret
 * @param permissions what the caller may do
 * @param operator whether the caller runs the instance, and so may look at every tenant
 */
public record Caller(String tenant, String name, Set<Permission> permissions, boolean operator) {
  private static final String KEY = "dev.cairn.http.caller";

  public Caller {
    permissions = Set.copyOf(permissions);
  }

  public boolean may(Permission needed) {
    return needed == Permission.NONE || permissions.contains(needed);
  }

  /** Whether what belongs to that tenant may be shown; if not, it is answered as unknown. */
  public boolean sees(String otherTenant) {
    return operator || tenant.equals(otherTenant);
  }

  /** The caller of a request that was admitted. */
  public static Caller of(RoutingContext context) {
    return find(context)
        .orElseThrow(() -> new IllegalStateException("The request was not admitted yet."));
  }

  static Optional<Caller> find(RoutingContext context) {
    return Optional.ofNullable(context.get(KEY));
  }

  void attach(RoutingContext context) {
    context.put(KEY, this);
  }
}
