package dev.cairn.proof.endpoint;

import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import io.vertx.ext.web.RoutingContext;

/** The same as {@link GetProof}, under the path of audit tenants. */
final class GetAuditProof implements Endpoint {
  private final GetProof proof;

  GetAuditProof(GetProof proof) {
    this.proof = proof;
  }

  @Override
  public EndpointSpec spec() {
    return proof.spec().alias("/v1/audit/proof/{batchId}", "getAuditProof");
  }

  @Override
  public void handle(RoutingContext context) {
    proof.handle(context);
  }
}
