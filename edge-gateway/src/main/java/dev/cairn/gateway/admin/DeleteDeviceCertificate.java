package dev.cairn.gateway.admin;

import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/** {@code DELETE /v1/admin/devices/{device}/certificates/{fingerprint}}: releases a certificate. */
final class DeleteDeviceCertificate extends DeviceChange {

  DeleteDeviceCertificate(Register register) {
    super(
        register,
        HttpMethod.DELETE,
        "/v1/admin/devices/{device}/certificates/{fingerprint}",
        "deleteDeviceCertificate",
        "From now on the certificate belongs to no device",
        Optional.empty());
  }

  @Override
  Act act(AdminCall call, TenantName tenant, DeviceId device) {
    return new Act.CertificateReleased(tenant, device, Fingerprint.parse(call.path("fingerprint")));
  }
}
