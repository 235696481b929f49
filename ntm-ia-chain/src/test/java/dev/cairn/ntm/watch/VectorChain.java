package dev.cairn.ntm.watch;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.KeyringSource;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of one of the vectors' chains, which a test may change. */
public final class VectorChain {

  private static final Path KEYRING = Vectors.path("keys/keyring-single.json");

  private final ChainDirectory directory;

  private VectorChain(ChainDirectory directory) {
    this.directory = directory;
  }

  public static VectorChain copy(String name, Path root) throws IOException {
    Path from = Vectors.path("chains/" + name);
    Files.createDirectories(root.resolve("blocks"));
    Files.copy(from.resolve("last_hash.txt"), root.resolve("last_hash.txt"));
    try (DirectoryStream<Path> blocks = Files.newDirectoryStream(from.resolve("blocks"))) {
      for (Path block : blocks) {
        Files.copy(block, root.resolve("blocks").resolve(block.getFileName().toString()));
      }
    }
    return new VectorChain(new ChainDirectory(root));
  }

  public ChainDirectory directory() {
    return directory;
  }

  public Path block(int index) {
    return directory.blocks().resolve(String.format("block_%06d.json", index));
  }

  public KeyringSource keyring() {
    return () -> KeyringFile.read(KEYRING);
  }

  /** A verification of this chain with the protocol's tolerances. */
  public WholeChain examination(Timestamp now) {
    return new WholeChain(
        directory, keyring(), List.of(), SignatureScheme.platform(), 1, VerifySettings.at(now));
  }
}
