package dev.cairn.gateway.register;

import dev.cairn.gateway.device.Device;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.quota.Usage;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.gateway.tenant.TenantRules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A tenant as it is now. Read by any thread, changed under the register's lock only. */
public final class TenantEntry {
  private final TenantName name;
  private final Usage usage;

  /** By id, sorted, so that lists have pages. */
  private final ConcurrentSkipListMap<String, Device> devices = new ConcurrentSkipListMap<>();

  private volatile TenantRules rules = TenantRules.DEFAULT;

  TenantEntry(TenantName name, Usage usage) {
    this.name = name;
    this.usage = usage;
  }

  public TenantName name() {
    return name;
  }

  public TenantRules rules() {
    return rules;
  }

  public Usage usage() {
    return usage;
  }

  /** The device of an id, which may be any text. */
  public Optional<Device> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  /** Some devices, in the order of their ids, after that one. */
  public List<Device> devicesAfter(String id, int limit) {
    return devices.tailMap(id, false).values().stream().limit(limit).toList();
  }

  int deviceCount() {
    return devices.size();
  }

  void put(Device device) {
    devices.put(device.id().value(), device);
  }

  void set(TenantRules changed) {
    rules = changed;
  }

  Device deviceOrNew(DeviceId id) {
    return devices.getOrDefault(id.value(), Device.unknown(id));
  }
}
