package dev.cairn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Respond;
import io.vertx.ext.web.RoutingContext;

/** What operations of administration have in common: they wait for the disk, so on a worker. */
abstract class AdminEndpoint implements Endpoint {
  private final EndpointSpec spec;

  AdminEndpoint(EndpointSpec spec) {
    this.spec = spec;
  }

  @Override
  public final EndpointSpec spec() {
    return spec;
  }

  @Override
  public final void handle(RoutingContext context) {
    AdminCall call = new AdminCall(context);
    context
        .vertx()
        .executeBlocking(() -> answerOrRefuse(call), false)
        .onSuccess(answer -> Respond.json(context, status(), answer))
        .onFailure(context::fail);
  }

  private int status() {
    return spec.answers().get(0).status();
  }

  // Values check themselves in whole sentences; here all of them came from the client.
  private JsonNode answerOrRefuse(AdminCall call) {
    try {
      return answer(call);
    } catch (IllegalArgumentException e) {
      throw ProblemType.INVALID_REQUEST.because(String.valueOf(e.getMessage()));
    }
  }

  /** The answer, or a problem that is thrown; on a worker. */
  abstract JsonNode answer(AdminCall call);
}
