package dev.cairn.app.instance;

import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Permission;
import dev.cairn.http.Respond;
import dev.cairn.http.Schema;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code GET /metrics}: counts and times of all rooms, as Prometheus reads them. */
final class GetMetrics implements Endpoint {
  private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;

  GetMetrics(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
            "/metrics",
            "getMetrics",
            "Metrics of all rooms",
            List.of(),
            List.of(
                new Answer(
                    200,
                    "Prometheus text format",
                    "text/plain",
                    Schema.string("one metric a line"))),
            List.of())
        .needing(Permission.AUDIT);
  }

  @Override
  public void handle(RoutingContext context) {
    Respond.bytes(context, 200, MEDIA_TYPE, meters.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
