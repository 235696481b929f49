package dev.cairn.app.instance;

import dev.cairn.app.instance.InstanceSettings.Limits;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.gateway.Gateway;
import dev.cairn.gateway.register.Register;
import dev.cairn.http.Endpoint;
import dev.cairn.http.SurfaceRules;
import dev.cairn.virtualchain.router.TaskRouter;
import io.micrometer.core.instrument.Gauge;
import java.util.ArrayList;
import java.util.List;

/** The gateway, and who may come in: what every process has that takes events. */
record GatewaySide(Gateway gateway, Access access) {

  /** Opens both among the rooms; what is administered from now on goes the way of all events. */
  static GatewaySide open(
      Ground ground,
      SurfaceSettings surface,
      Limits limits,
      SignatureProvider provider,
      TaskRouter router,
      Opened rooms) {
    Access access = rooms.opened(Access.open(ground, surface));
    Gateway gateway =
        rooms.opened(
            Gateway.open(
                limits.gateway(ground.data().resolve("gateway")),
                ground.clock(),
                ground.random(),
                ground.gatewayKey(),
                provider,
                taskKey -> router.chainOf(taskKey).value(),
                access.gate(),
                ground.meters()));
    access.register().deliverTo(gateway::take);
    Gauge.builder("cairn.gateway.acts.undelivered", access.register(), Register::undelivered)
        .description("Acts of administration whose events were not accepted yet")
        .register(ground.meters());
    return new GatewaySide(gateway, access);
  }

  /** Those of the gateway, of rooms behind it, and of administration. */
  List<Endpoint> endpoints(List<Endpoint> behind) {
    List<Endpoint> endpoints = new ArrayList<>(gateway.endpoints());
    endpoints.addAll(behind);
    endpoints.addAll(access.endpoints());
    return endpoints;
  }

  SurfaceRules rules() {
    return access.rules();
  }
}
