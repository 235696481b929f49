package dev.cairn.gateway.ingest;

import dev.cairn.gateway.access.Entrance;
import dev.cairn.gateway.access.Submitter;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Permission;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;

/** {@code POST /v1/events/batch}: events in a JSON array, or one a line. */
public final class PostEventsBatch implements Endpoint {

  private final Entrance entrance;
  private final Intake intake;
  private final Admission admission;
  private final RequestLimits limits;
  private final BatchRequestParser parser;
  private final EndpointSpec spec;

  PostEventsBatch(Entrance entrance, Intake intake, Admission admission, RequestLimits limits) {
    this.entrance = entrance;
    this.intake = intake;
    this.admission = admission;
    this.limits = limits;
    this.parser = new BatchRequestParser(limits);
    this.spec = BatchSpec.of(limits).needing(Permission.SUBMIT);
  }

  @Override
  public EndpointSpec spec() {
    return spec;
  }

  @Override
  public void handle(RoutingContext context) {
    Submitter submitter = entrance.admit(context);
    RequestOptions options = query(context);
    Admission.Ticket ticket = admission.enter();
    if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect"))) {
      context.response().writeContinue();
    }
    if (isStream(context)) {
      new NdjsonPost(context, submitter, intake, options, limits, ticket).start();
    } else {
      new JsonPost(context, submitter, intake, parser, options, limits, ticket).start();
    }
  }

  private static RequestOptions query(RoutingContext context) {
    RequestOptions options = RequestOptions.NONE;
    for (Map.Entry<String, String> parameter : context.queryParams()) {
      options = options.with(parameter.getKey(), parameter.getValue());
    }
    return options;
  }

  private static boolean isStream(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type.strip().toLowerCase(Locale.ROOT).startsWith(BatchSpec.NDJSON);
  }
}
