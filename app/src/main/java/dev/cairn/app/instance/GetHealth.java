package dev.cairn.app.instance;

import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Permission;
import dev.cairn.http.Respond;
import dev.cairn.http.Schema;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code GET /healthz}: the process answers. */
final class GetHealth implements Endpoint {
  private static final byte[] OK = "ok\n".getBytes(StandardCharsets.UTF_8);

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
            "/healthz",
            "getHealth",
            "Whether the process answers",
            List.of(),
            List.of(new Answer(200, "It does", "text/plain", Schema.string("ok"))),
            List.of())
        .needing(Permission.NONE);
  }

  @Override
  public void handle(RoutingContext context) {
    Respond.bytes(context, 200, "text/plain", OK);
  }
}
