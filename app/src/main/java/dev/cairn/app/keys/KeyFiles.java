package dev.cairn.app.keys;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.evidence.crypto.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Private keys on disk: a private JWK, or the 64 hexadecimal digits of an Ed25519 seed. */
public final class KeyFiles {
  private static final String HEX_SEED = "[0-9a-fA-F]{64}";

  /** Far beyond any key file; keeps a mistaken path from being read into memory. */
  private static final long MAX_BYTES = 16 * 1024;

  private KeyFiles() {}

  public static SigningKey read(Path file) {
    String text = text(file);
    try {
      return text.matches(HEX_SEED)
          ? SigningKey.fromEd25519Seed(HexFormat.of().parseHex(text))
          : SigningKey.fromJwk(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      throw Failure.doNot(
          file
              + " holds no key that can be read (private JWK or 64 hex digits): "
              + malformed.getMessage(),
          malformed);
    }
  }

  /** Writes the key for its owner's eyes only; an existing file is never replaced. */
  public static void write(Path file, SigningKey key) {
    makeFolder(file.toAbsolutePath().getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, key.toJwk() + "\n", StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException exists) {
      throw Failure.doNot(file + " exists already; keys are not overwritten.", exists);
    } catch (IOException failed) {
      throw Failure.doNot("Cannot write " + file + ": " + Explanation.of(failed) + ".", failed);
    }
  }

  private static void makeFolder(@Nullable Path folder) {
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException failed) {
      throw Failure.doNot("Cannot make " + folder + ": " + Explanation.of(failed) + ".", failed);
    }
  }

  /** The key in the file; makes one there first when the file is missing. */
  public static SigningKey readOrMake(Path file, Supplier<SigningKey> make) {
    if (!Files.exists(file)) {
      write(file, make.get());
    }
    return read(file);
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw Failure.doNot(file + " is too large for a key file.");
      }
      return Files.readString(file).strip();
    } catch (NoSuchFileException missing) {
      throw Failure.doNot("There is no key file " + file + "; `cairn keygen` makes one.", missing);
    } catch (IOException failed) {
      throw Failure.doNot("Cannot read " + file + ": " + Explanation.of(failed) + ".", failed);
    }
  }
}
