package dev.cairn.app.ntm;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.ntm.keyring.Passphrase;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.keyring.TokenKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where a signing key is, and where the secret that opens it comes from. The secret itself is never
 * a setting: command lines can be read by everybody on a machine.
 *
 * @param key a PEM file, or with {@code token} the key's name there
 * @param keyId the key's name in keyrings
 * @param token configuration of a PKCS#11 token
 */
public record KeyReference(
    String key, String keyId, Optional<Path> token, PassphraseReference passphrase) {

  /** An RSA key of the greatest size in PEM needs a sixth of this. */
  private static final int MAX_BYTES = 64 * 1024;

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  /** Opens the key; what an operator should know is told to {@code warning}, a sentence a call. */
  public SigningKey open(Consumer<String> warning) {
    try {
      if (token.isPresent()) {
        return TokenKey.open(keyId, token.get(), key, passphrase.of("PIN of the token: "));
      }
      byte[] file = read(Path.of(key));
      if (!SigningKey.isEncrypted(file)) {
        warnIfOthersCanRead(warning);
      }
      Passphrase secret = passphrase.of("Passphrase of " + key + ": ");
      return SigningKey.ofPem(keyId, file, secret);
    } catch (IOException unreadable) {
      throw Failure.doNot("Cannot read the key: " + Explanation.of(unreadable) + ".", unreadable);
    } catch (IllegalArgumentException noGood) {
      throw Failure.doNot(String.valueOf(noGood.getMessage()), noGood);
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private void warnIfOthersCanRead(Consumer<String> warning) throws IOException {
    Path file = Path.of(key);
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      warning.accept("The key " + key + " is not encrypted, and others can read it; chmod 600 it.");
    }
  }
}
