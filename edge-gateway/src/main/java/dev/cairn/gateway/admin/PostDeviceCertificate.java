package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.required;

import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Schema;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/admin/devices/{device}/certificates}: binds a client certificate. */
final class PostDeviceCertificate extends DeviceChange {
  private static final Schema BODY =
      Schema.object(
          "A certificate.",
          List.of(
              required(
                  "fingerprint",
                  Schema.string("SHA-256 of its DER in hexadecimal, with or without colons"))));

  PostDeviceCertificate(Register register) {
    super(
        register,
        HttpMethod.POST,
        "/v1/admin/devices/{device}/certificates",
        "postDeviceCertificate",
        "Whoever presents this client certificate submits as this device, and needs no API key",
        Optional.of(BODY));
  }

  @Override
  Act act(AdminCall call, TenantName tenant, DeviceId device) {
    String text = AdminCall.text(call.body(Set.of("fingerprint")), "fingerprint");
    return new Act.CertificateBound(tenant, device, Fingerprint.parse(text));
  }
}
