package dev.cairn.evidence.receipt;

import dev.cairn.evidence.crypto.DidKey;
import java.nio.charset.StandardCharsets;

/**
 * Which key a device id meant when its event was accepted: a device id says no key by itself, so
 * the gateway states it in the receipt.
 *
 * @param tenant whose register of devices it was; device ids are told apart within a tenant only
 * @param key under which the event's signature is good
 */
public record DeviceKey(String tenant, DidKey key) {
  /** Longer than names of tenants need to be. */
  public static final int MAX_TENANT_CHARS = 64;

  /** A did:key of the known algorithms has at most 57 characters. */
  public static final int MAX_KEY_CHARS = 64;

  public DeviceKey {
    if (!tenant.matches("[a-z0-9-]{1," + MAX_TENANT_CHARS + "}")) {
      throw new IllegalArgumentException(
          "A tenant's name is 1 to %d lower-case letters, digits and hyphens."
              .formatted(MAX_TENANT_CHARS));
    }
  }

  /** What is hashed: did:key ‖ 0x20 ‖ tenant. A did:key has no blank, so the parts stay apart. */
  byte[] bytes() {
    return (key + " " + tenant).getBytes(StandardCharsets.US_ASCII);
  }
}
