package dev.cairn.app.ntm;

import dev.cairn.app.keys.KeyFiles;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The key with which a chain signs its heads as events: a device like any other. */
public final class DeviceKey {

  private DeviceKey() {}

  /** The key in the file, made on first use. */
  public static SigningKey of(Path file) {
    return KeyFiles.readOrMake(
        file, () -> SigningKey.generate(SignatureAlgorithm.EDDSA, new SecureRandom()));
  }
}
