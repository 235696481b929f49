package dev.cairn.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;

/** Asks the gatekeeper before the body is read; who is refused can't make the server hold one. */
final class Admittance implements SecurityPolicyHandler {
  private final Gatekeeper gatekeeper;
  private final Permission needed;

  Admittance(Gatekeeper gatekeeper, Permission needed) {
    this.gatekeeper = gatekeeper;
    this.needed = needed;
  }

  @Override
  public void handle(RoutingContext context) {
    gatekeeper.admit(context, needed).attach(context);
    context.next();
  }
}
