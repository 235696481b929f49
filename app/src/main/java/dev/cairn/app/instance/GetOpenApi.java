package dev.cairn.app.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.app.Version;
import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.OpenApi;
import dev.cairn.http.Permission;
import dev.cairn.http.Respond;
import dev.cairn.http.Schema;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** {@code GET /v1/openapi.json}: the description of everything that this port serves. */
final class GetOpenApi implements Endpoint {
  private final ObjectNode document;

  GetOpenApi(List<Endpoint> others) {
    List<EndpointSpec> specs = new ArrayList<>(others.stream().map(Endpoint::spec).toList());
    specs.add(spec());
    this.document = OpenApi.document("Cairn", Version.API, specs);
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
            "/v1/openapi.json",
            "getOpenApi",
            "This document",
            List.of(),
            List.of(Answer.json(200, "OpenAPI 3.1", Schema.anyObject("An OpenAPI document"))),
            List.of())
        .needing(Permission.NONE);
  }

  @Override
  public void handle(RoutingContext context) {
    Respond.json(context, 200, document);
  }
}
