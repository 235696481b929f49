package dev.cairn.proof.endpoint;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Parameter;
import dev.cairn.http.Permission;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Schema;
import dev.cairn.proof.store.Pin;
import dev.cairn.proof.store.PinTable;
import dev.cairn.proof.trust.InstanceTrust;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The trust file of this instance. It grows with every anchor, so it is written page by page, each
 * when the client has taken the one before; the service holds one page of it.
 */
final class GetTrust implements Endpoint {
  /** Some 90 kB of text. */
  private static final int PAGE = 1000;

  private final Lookup lookup;
  private final InstanceTrust trust;
  private final PinTable pins;

  GetTrust(Lookup lookup, InstanceTrust trust, PinTable pins) {
    this.lookup = lookup;
    this.trust = trust;
    this.pins = pins;
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
            "/v1/trust",
            "getTrust",
            "The trust file of this instance: its network, contract and keys, and the blocks of all"
                + " anchors with their last confirmations. Whoever verifies with it believes this"
                + " instance about the blocks; compare them with nodes of your own.",
            List.of(
                Parameter.query(
                    "since",
                    "Only blocks made at or after this time; enough for evidence of later blocks.",
                    Schema.string("RFC 3339 time"))),
            List.of(Answer.json(200, "the trust file", Schema.anyObject("trust file, version 1"))),
            List.of(ProblemType.INVALID_REQUEST, ProblemType.UNAVAILABLE))
        .needing(Permission.NONE);
  }

  @Override
  public void handle(RoutingContext context) {
    BlockTime since =
        new BlockTime(new Query(context).instant("since").map(GetTrust::micros).orElse(0L));
    lookup
        .caughtUp(context)
        .compose(current -> Patience.onWorker(context, this::text))
        .compose(text -> write(context, text, since))
        .onFailure(failure -> abort(context, failure));
  }

  // Query admits no time that would overflow here.
  private static long micros(Instant time) {
    return TimeUnit.MILLISECONDS.toMicros(time.toEpochMilli());
  }

  private TrustText text() {
    TrustFile configured = trust.configured();
    if (configured.network(trust.network()).isEmpty()) {
      throw ProblemType.UNAVAILABLE.because(
          "What to trust of network " + trust.network() + " is not known yet. Ask again.");
    }
    return TrustText.of(configured, trust.network());
  }

  private Future<Void> write(RoutingContext context, TrustText text, BlockTime since) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (context.request().method().equals(HttpMethod.HEAD)) {
      return context.response().end();
    }
    context.response().setChunked(true);
    return context
        .response()
        .write(text.before())
        .compose(written -> writePages(context, since, Optional.empty(), !text.hasBlocks()))
        .compose(written -> context.response().end(text.after()));
  }

  private Future<Void> writePages(
      RoutingContext context, BlockTime since, Optional<Pin> after, boolean first) {
    return Patience.onWorker(context, () -> pins.page(since, after, PAGE))
        .compose(
            page -> {
              if (page.isEmpty()) {
                return Future.succeededFuture();
              }
              Optional<Pin> last = Optional.of(page.get(page.size() - 1));
              return context
                  .response()
                  .write(TrustText.items(page, first))
                  .compose(written -> writePages(context, since, last, false));
            });
  }

  // Half a file must not look like a whole one: the connection is cut.
  private static void abort(RoutingContext context, Throwable failure) {
    if (context.response().headWritten()) {
      context.response().reset();
    } else {
      context.fail(failure);
    }
  }
}
