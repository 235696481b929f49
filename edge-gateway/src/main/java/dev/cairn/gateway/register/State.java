package dev.cairn.gateway.register;

import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.act.Act.CertificateBound;
import dev.cairn.gateway.act.Act.CertificateReleased;
import dev.cairn.gateway.act.Act.DeviceKeySet;
import dev.cairn.gateway.act.Act.DeviceRevoked;
import dev.cairn.gateway.act.Act.KeyCreated;
import dev.cairn.gateway.act.Act.KeyRevoked;
import dev.cairn.gateway.act.Act.RulesSet;
import dev.cairn.gateway.act.ActRecord;
import dev.cairn.gateway.apikey.ApiKey;
import dev.cairn.gateway.device.Device;
import dev.cairn.gateway.device.Device.Span;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.quota.Usage;
import dev.cairn.gateway.tenant.TenantName;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** The log, folded: what all acts together have made. Read by any thread, changed by one. */
final class State {
  private final Function<TenantName, Usage> usage;
  private final ConcurrentSkipListMap<String, TenantEntry> tenants = new ConcurrentSkipListMap<>();
  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
  private final Map<String, CertificateHolder> certificates = new ConcurrentHashMap<>();

  State(Function<TenantName, Usage> usage) {
    this.usage = usage;
    add(TenantName.DEFAULT);
    add(TenantName.OPERATOR);
  }

  private void add(TenantName name) {
    tenants.put(name.value(), new TenantEntry(name, usage.apply(name)));
  }

  /** Does an act that was checked, or was done before. */
  void apply(ActRecord entry) {
    Act act = entry.act();
    if (act instanceof Act.TenantCreated) {
      add(act.tenant());
    } else if (act instanceof RulesSet set) {
      tenant(act).set(set.rules());
    } else if (act instanceof KeyCreated created) {
      keys.put(created.key().value(), key(entry, created));
    } else if (act instanceof KeyRevoked revoked) {
      keys.computeIfPresent(revoked.key().value(), (id, key) -> key.revoked(entry.at()));
    } else {
      applyToDevice(act);
    }
  }

  private static ApiKey key(ActRecord entry, KeyCreated created) {
    return new ApiKey(
        created.key(),
        created.tenant(),
        created.hash(),
        created.permissions(),
        created.note(),
        entry.at(),
        Optional.empty());
  }

  private void applyToDevice(Act act) {
    TenantEntry tenant = tenant(act);
    if (act instanceof DeviceKeySet set) {
      Device device = tenant.deviceOrNew(set.device());
      tenant.put(device.with(new Span(set.fromSeconds(), Optional.of(set.key()))));
    } else if (act instanceof DeviceRevoked revoked) {
      Device device = tenant.deviceOrNew(revoked.device());
      tenant.put(device.with(new Span(revoked.fromSeconds(), Optional.empty())));
    } else if (act instanceof CertificateBound bound) {
      tenant.put(tenant.deviceOrNew(bound.device()).withCertificate(bound.certificate()));
      certificates.put(
          bound.certificate().hex(), new CertificateHolder(bound.tenant(), bound.device()));
    } else if (act instanceof CertificateReleased released) {
      tenant.put(tenant.deviceOrNew(released.device()).withoutCertificate(released.certificate()));
      certificates.remove(released.certificate().hex());
    }
  }

  private TenantEntry tenant(Act act) {
    return Objects.requireNonNull(
        tenants.get(act.tenant().value()), "An act is about a tenant that no act created.");
  }

  Optional<TenantEntry> tenant(String name) {
    return Optional.ofNullable(tenants.get(name));
  }

  Collection<TenantEntry> tenants() {
    return tenants.values();
  }

  Optional<ApiKey> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  Collection<ApiKey> keys() {
    return keys.values();
  }

  Optional<CertificateHolder> holder(Fingerprint certificate) {
    return Optional.ofNullable(certificates.get(certificate.hex()));
  }
}
