package dev.cairn.gateway.ingest;

import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /v1/audit/batch}: the same as {@link PostEventsBatch}, for audit tenants. */
public final class PostAuditBatch implements Endpoint {

  private final PostEventsBatch events;

  PostAuditBatch(PostEventsBatch events) {
    this.events = events;
  }

  @Override
  public EndpointSpec spec() {
    return events.spec().alias("/v1/audit/batch", "postAuditBatch");
  }

  @Override
  public void handle(RoutingContext context) {
    events.handle(context);
  }
}
