package dev.cairn.ntm.verify;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the valid chain of 12 blocks that a test may cut, change and complete again. */
final class CopiedChain {

  static final Timestamp NOW = Timestamp.parse("2026-04-02 17:57:10").orElseThrow();

  private static final Path VALID = Vectors.path("chains/valid-12");

  private final Path root;

  CopiedChain(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("blocks"));
    try (Stream<Path> blocks = Files.list(VALID.resolve("blocks"))) {
      for (Path block : blocks.toList()) {
        Files.copy(block, root.resolve("blocks").resolve(block.getFileName().toString()));
      }
    }
    Files.copy(VALID.resolve("last_hash.txt"), lastHash());
  }

  static Keyring keyring(String name) throws IOException {
    return KeyringFile.read(Vectors.path("keys/keyring-" + name + ".json"));
  }

  static ChainVerifier verifier() throws IOException {
    return new ChainVerifier(keyring("single"), SignatureScheme.platform(), 1, () -> {});
  }

  Path root() {
    return root;
  }

  ChainDirectory directory() {
    return new ChainDirectory(root);
  }

  Path block(long index) {
    return root.resolve("blocks").resolve(new BlockIndex(index).fileName());
  }

  Path lastHash() {
    return root.resolve("last_hash.txt");
  }

  BlockHash hash(long index) throws IOException {
    return BlockHash.of(Files.readAllBytes(block(index)));
  }

  /** Keeps only the first blocks, and says so in {@code last_hash.txt}. */
  void cutAfter(long index) throws IOException {
    for (long i = 12; i > index; i--) {
      Files.deleteIfExists(block(i));
    }
    Files.writeString(lastHash(), hash(index).hex());
  }

  /** Puts the next blocks back. */
  void growTo(long index) throws IOException {
    for (long i = 1; i <= index; i++) {
      if (!Files.exists(block(i))) {
        Files.copy(VALID.resolve("blocks").resolve(new BlockIndex(i).fileName()), block(i));
      }
    }
    Files.writeString(lastHash(), hash(index).hex());
  }

  /** Changes a figure, which its signature doesn't cover any more. */
  void change(long index) throws IOException {
    String text = Files.readString(block(index));
    Files.writeString(block(index), text.replaceFirst("\"hits\": [0-9]+", "\"hits\": 7"));
  }
}
