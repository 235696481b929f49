package dev.cairn.app.instance;

import dev.cairn.app.keys.KeyFiles;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The keys that an instance makes for itself on its first start. */
final class InstanceKeys {
  private InstanceKeys() {}

  /** Signs receipts; whoever has it can make promises in the instance's name, not forge events. */
  static SigningKey gateway(Path data) {
    return KeyFiles.readOrMake(
        data.resolve("keys").resolve("gateway.jwk"),
        () -> SigningKey.generate(SignatureAlgorithm.EDDSA, new SecureRandom()));
  }
}
