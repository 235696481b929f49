package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Schema;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/admin/devices/{device}/keys}: rotates a device's key. */
final class PostDeviceKey extends DeviceChange {
  private static final Schema BODY =
      Schema.object(
          "The next key of a device.",
          List.of(
              optional("jwk", DeviceJson.JWK),
              optional("key", DeviceJson.DID_KEY),
              optional("from", DeviceJson.FROM)));

  private final Clock clock;

  PostDeviceKey(Register register, Clock clock) {
    super(
        register,
        HttpMethod.POST,
        "/v1/admin/devices/{device}/keys",
        "postDeviceKey",
        "Gives a device another key from now, or from a time on; earlier events keep the earlier",
        Optional.of(BODY));
    this.clock = clock;
  }

  @Override
  Act act(AdminCall call, TenantName tenant, DeviceId device) {
    JsonNode body = call.body(Set.of("jwk", "key", "from"));
    long from = DeviceJson.from(body).orElseGet(() -> clock.instant().getEpochSecond());
    return new Act.DeviceKeySet(tenant, device, DeviceJson.key(body), from, true);
  }
}
