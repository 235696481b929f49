package dev.cairn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Schema;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/** An operation that changes one device and answers with the device as it is then. */
abstract class DeviceChange extends AdminEndpoint {
  private final Register register;

  DeviceChange(
      Register register,
      HttpMethod method,
      String path,
      String operationId,
      String summary,
      Optional<Schema> body) {
    super(
        AdminSpecs.change(
            method,
            path,
            operationId,
            summary,
            body,
            path.endsWith("/devices") ? 201 : 200,
            DeviceJson.SCHEMA));
    this.register = register;
  }

  @Override
  final JsonNode answer(AdminCall call) {
    TenantName tenant = call.tenant();
    DeviceId device = device(call);
    register.perform(call.caller().name(), act(call, tenant, device));
    return DeviceJson.of(
        register.tenant(tenant.value()).flatMap(t -> t.device(device.value())).orElseThrow());
  }

  DeviceId device(AdminCall call) {
    return new DeviceId(call.path("device"));
  }

  abstract Act act(AdminCall call, TenantName tenant, DeviceId device);
}
