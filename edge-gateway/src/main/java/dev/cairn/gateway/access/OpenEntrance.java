package dev.cairn.gateway.access;

import dev.cairn.evidence.event.EventHeader;
import dev.cairn.http.Caller;
import io.vertx.ext.web.RoutingContext;

/** Lets everybody submit without measure, under keys that name themselves. */
public final class OpenEntrance implements Entrance {
  private final KeyNames keys = new KeyNames();

  @Override
  public Submitter admit(RoutingContext request) {
    return new Anybody(Caller.of(request).tenant());
  }

  private final class Anybody implements Submitter {
    private final String tenant;

    Anybody(String tenant) {
      this.tenant = tenant;
    }

    @Override
    public String tenant() {
      return tenant;
    }

    @Override
    public Charge charge(int events, long bytes) {
      return Charge.NONE;
    }

    @Override
    public SignerKey keyOf(EventHeader header, long nowMillis) {
      return keys.get(header.signer().value());
    }

    @Override
    public void meter(EventHeader header) {
      // There is no measure.
    }
  }
}
