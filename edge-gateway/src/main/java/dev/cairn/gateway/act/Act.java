package dev.cairn.gateway.act;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.gateway.apikey.KeyHash;
import dev.cairn.gateway.apikey.KeyId;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.gateway.tenant.TenantRules;
import dev.cairn.http.Permission;
import java.util.Set;

/** One thing that an administrator did. Everything that is needed to do it again is in it. */
public sealed interface Act {

  /** Whose affairs it is about; the event of the act is that tenant's. */
  TenantName tenant();

  record TenantCreated(TenantName tenant) implements Act {}

  /** All rules, also those that stay. */
  record RulesSet(TenantName tenant, TenantRules rules) implements Act {}

  record KeyCreated(
      TenantName tenant, KeyId key, KeyHash hash, Set<Permission> permissions, String note)
      implements Act {
    public KeyCreated {
      permissions = Set.copyOf(permissions);
    }
  }

  record KeyRevoked(TenantName tenant, KeyId key) implements Act {}

  /**
   * A device has this key from then on.
   *
   * @param rotation whether it was registered before
   */
  record DeviceKeySet(
      TenantName tenant, DeviceId device, DidKey key, long fromSeconds, boolean rotation)
      implements Act {}

  record DeviceRevoked(TenantName tenant, DeviceId device, long fromSeconds) implements Act {}

  record CertificateBound(TenantName tenant, DeviceId device, Fingerprint certificate)
      implements Act {}

  record CertificateReleased(TenantName tenant, DeviceId device, Fingerprint certificate)
      implements Act {}
}
