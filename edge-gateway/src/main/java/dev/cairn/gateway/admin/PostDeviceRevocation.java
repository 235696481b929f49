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

/** {@code POST /v1/admin/devices/{device}/revocation}: a device has no key from then on. */
final class PostDeviceRevocation extends DeviceChange {
  private static final Schema BODY =
      Schema.object("From when.", List.of(optional("from", DeviceJson.FROM)));

  private final Clock clock;

  PostDeviceRevocation(Register register, Clock clock) {
    super(
        register,
        HttpMethod.POST,
        "/v1/admin/devices/{device}/revocation",
        "postDeviceRevocation",
        "Revokes a device from now, or from a time on, which may lie in the past",
        Optional.of(BODY));
    this.clock = clock;
  }

  @Override
  Act act(AdminCall call, TenantName tenant, DeviceId device) {
    JsonNode body = call.body(Set.of("from"));
    long from = DeviceJson.from(body).orElseGet(() -> clock.instant().getEpochSecond());
    return new Act.DeviceRevoked(tenant, device, from);
  }
}
