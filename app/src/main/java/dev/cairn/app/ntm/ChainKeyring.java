package dev.cairn.app.ntm;

import dev.cairn.app.exit.Failure;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.KeyringSource;
import dev.cairn.ntm.keyring.KeyringWriter;
import dev.cairn.ntm.keyring.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The keyring of a chain that is sealed here: the file that was named, or the chain's own. */
public record ChainKeyring(Path file) implements KeyringSource {

  public static ChainKeyring of(@Nullable Path named, Path chain) {
    return new ChainKeyring(named == null ? chain.resolve("keyring.json") : named);
  }

  @Override
  public Keyring read() throws IOException {
    return KeyringFile.read(file);
  }

  /** The keyring; where there is none, one with this key alone is written first. */
  public Keyring readOrBegin(SigningKey key) throws IOException {
    if (!Files.exists(file)) {
      KeyringWriter.write(file, key.soleKeyring(), new SecureRandom());
    }
    return read();
  }

  /** The same source, which must be there. */
  public ChainKeyring present() {
    if (!Files.exists(file)) {
      throw Failure.doNot(
          "There is no keyring " + file + "; `cairn ntm seal` makes one, --keyring names one.");
    }
    return this;
  }
}
