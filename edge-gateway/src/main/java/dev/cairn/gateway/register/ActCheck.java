package dev.cairn.gateway.register;

import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.act.Act.CertificateBound;
import dev.cairn.gateway.act.Act.CertificateReleased;
import dev.cairn.gateway.act.Act.DeviceKeySet;
import dev.cairn.gateway.act.Act.DeviceRevoked;
import dev.cairn.gateway.act.Act.KeyCreated;
import dev.cairn.gateway.act.Act.KeyRevoked;
import dev.cairn.gateway.act.Act.TenantCreated;
import dev.cairn.gateway.apikey.ApiKey;
import dev.cairn.gateway.device.Device;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Problem;
import java.util.Optional;

/** Whether an act makes sense as things are; if not, it is refused and leaves no trace. */
final class ActCheck {
  /** All of the register is in memory; an entry has a few hundred bytes. */
  static final int MAX_TENANTS = 10_000;

  /** Live and revoked; more are a sign of something that makes a key for each request. */
  static final int MAX_KEYS = 20_000;

  /** Some 60 MB of memory, and two seconds at the start. */
  static final int MAX_DEVICES_OF_TENANT = 100_000;

  /** A device that rotates its key each day is here for a good while. */
  static final int MAX_SPANS = 1000;

  /** The present certificate, the next one, and some more. */
  static final int MAX_CERTIFICATES = 8;

  private final State state;

  ActCheck(State state) {
    this.state = state;
  }

  /** Throws {@link Problem} unless the act can be done. */
  void check(Act act) {
    if (act instanceof TenantCreated) {
      checkNewTenant(act.tenant());
      return;
    }
    TenantEntry tenant = state.tenant(act.tenant().value()).orElseThrow(() -> unknown(act));
    if (act instanceof KeyCreated created) {
      checkNewKey(created);
    } else if (act instanceof KeyRevoked revoked) {
      checkKey(revoked);
    } else if (act instanceof DeviceKeySet set) {
      checkDeviceKey(tenant, set);
    } else if (act instanceof DeviceRevoked revoked) {
      room(device(tenant, revoked.device()).spans().size(), MAX_SPANS, "key changes of a device");
    } else if (act instanceof CertificateBound bound) {
      checkNewCertificate(tenant, bound);
    } else if (act instanceof CertificateReleased released) {
      checkCertificate(device(tenant, released.device()), released);
    }
  }

  private static Problem unknown(Act act) {
    return RegisterProblems.UNKNOWN_TENANT.because("There is no tenant " + act.tenant() + ".");
  }

  private void checkNewTenant(TenantName name) {
    if (state.tenant(name.value()).isPresent()) {
      throw exists("Tenant " + name + " exists already.");
    }
    room(state.tenants().size(), MAX_TENANTS, "tenants");
  }

  private void checkNewKey(KeyCreated created) {
    if (state.key(created.key().value()).isPresent()) {
      throw exists("A key " + created.key() + " exists already.");
    }
    room(state.keys().size(), MAX_KEYS, "API keys");
  }

  private void checkKey(KeyRevoked revoked) {
    Optional<ApiKey> key =
        state.key(revoked.key().value()).filter(known -> known.tenant().equals(revoked.tenant()));
    if (key.isEmpty()) {
      throw RegisterProblems.UNKNOWN_KEY.because(
          "Tenant " + revoked.tenant() + " has no API key " + revoked.key() + ".");
    }
    if (!key.get().isLive()) {
      throw exists("API key " + revoked.key() + " was revoked already.");
    }
  }

  private static void checkDeviceKey(TenantEntry tenant, DeviceKeySet set) {
    if (set.rotation()) {
      room(device(tenant, set.device()).spans().size(), MAX_SPANS, "key changes of a device");
      return;
    }
    if (tenant.device(set.device().value()).isPresent()) {
      throw exists("Device " + set.device() + " is registered; rotate its key instead.");
    }
    room(tenant.deviceCount(), MAX_DEVICES_OF_TENANT, "devices of a tenant");
  }

  private void checkNewCertificate(TenantEntry tenant, CertificateBound bound) {
    Device device = device(tenant, bound.device());
    if (state.holder(bound.certificate()).isPresent()) {
      throw exists("This certificate belongs to a device already.");
    }
    room(device.certificates().size(), MAX_CERTIFICATES, "certificates of a device");
  }

  private static void checkCertificate(Device device, CertificateReleased released) {
    if (!device.certificates().contains(released.certificate())) {
      throw RegisterProblems.UNKNOWN_DEVICE.because(
          "Device " + released.device() + " has no certificate " + released.certificate() + ".");
    }
  }

  private static Device device(TenantEntry tenant, DeviceId id) {
    return tenant
        .device(id.value())
        .orElseThrow(
            () ->
                RegisterProblems.UNKNOWN_DEVICE.because(
                    "Tenant " + tenant.name() + " has no device " + id + "."));
  }

  private static void room(int present, int most, String what) {
    if (present >= most) {
      throw RegisterProblems.NO_ROOM.because("There are " + most + " " + what + " already.");
    }
  }

  private static Problem exists(String detail) {
    return RegisterProblems.ALREADY_THERE.because(detail);
  }
}
