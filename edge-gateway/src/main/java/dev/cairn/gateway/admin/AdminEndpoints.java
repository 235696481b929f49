package dev.cairn.gateway.admin;

import dev.cairn.gateway.register.Register;
import dev.cairn.http.Endpoint;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The list of these operations, in the order of the API's documentation. */
public final class AdminEndpoints {
  private AdminEndpoints() {}

  /** Operations on that register. */
  public static List<Endpoint> list(Register register, Clock clock, SecureRandom random) {
    return List.of(
        new PostTenant(register, random),
        new GetTenants(register),
        new PatchTenantRules(register),
        new PostKey(register, random),
        new GetKeys(register),
        new DeleteKey(register),
        new PostDevice(register),
        new GetDevices(register),
        new PostDeviceKey(register, clock),
        new PostDeviceRevocation(register, clock),
        new PostDeviceCertificate(register),
        new DeleteDeviceCertificate(register),
        new GetAudit(register));
  }
}
