package dev.cairn.app.instance;

import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Permission;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Respond;
import dev.cairn.http.Schema;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /readyz}: whether what is posted now is taken and will be anchored. */
final class GetReadiness implements Endpoint {
  private static final byte[] READY = "ready\n".getBytes(StandardCharsets.UTF_8);

  private final Supplier<List<String>> obstacles;

  GetReadiness(Supplier<List<String>> obstacles) {
    this.obstacles = obstacles;
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
            "/readyz",
            "getReadiness",
            "Whether events are taken and will be anchored",
            List.of(),
            List.of(new Answer(200, "They are", "text/plain", Schema.string("ready"))),
            List.of(ProblemType.UNAVAILABLE))
        .needing(Permission.NONE);
  }

  @Override
  public void handle(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(obstacles::get, false)
        .onSuccess(obstacles -> answer(context, obstacles))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, List<String> obstacles) {
    if (obstacles.isEmpty()) {
      Respond.bytes(context, 200, "text/plain", READY);
    } else {
      context.fail(ProblemType.UNAVAILABLE.because(String.join(" ", obstacles)));
    }
  }
}
