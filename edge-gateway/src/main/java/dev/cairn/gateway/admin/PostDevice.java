package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Schema;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/admin/devices}: registers a device with its first key. */
final class PostDevice extends DeviceChange {
  private static final Schema BODY =
      Schema.object(
          "A new device.",
          List.of(
              required("device", Schema.string("its id: 1 to 128 of A-Z a-z 0-9 . _ : -")),
              optional("jwk", DeviceJson.JWK),
              optional("key", DeviceJson.DID_KEY),
              optional("from", DeviceJson.FROM)));

  PostDevice(Register register) {
    super(
        register,
        HttpMethod.POST,
        "/v1/admin/devices",
        "postDevice",
        "Registers a device; its key is valid for events of any time, or from a time on",
        Optional.of(BODY));
  }

  @Override
  DeviceId device(AdminCall call) {
    return new DeviceId(AdminCall.text(call.body(), "device"));
  }

  @Override
  Act act(AdminCall call, TenantName tenant, DeviceId device) {
    JsonNode body = call.body(Set.of("device", "jwk", "key", "from"));
    // It may have made events before anybody registered it, so there is no beginning.
    long from = DeviceJson.from(body).orElse(0L);
    return new Act.DeviceKeySet(tenant, device, DeviceJson.key(body), from, false);
  }
}
