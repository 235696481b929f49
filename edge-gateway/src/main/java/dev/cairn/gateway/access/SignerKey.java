package dev.cairn.gateway.access;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.receipt.DeviceKey;
import java.util.Optional;

/**
 * The key behind a {@code kid}.
 *
 * @param device what the receipt has to say of it; empty where the kid is the key itself
 */
public record SignerKey(DidKey key, Optional<DeviceKey> device) {

  static SignerKey itself(DidKey key) {
    return new SignerKey(key, Optional.empty());
  }
}
