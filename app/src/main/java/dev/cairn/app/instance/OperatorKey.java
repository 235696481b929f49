package dev.cairn.app.instance;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.apikey.ApiKey;
import dev.cairn.gateway.apikey.KeySecret;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;

/**
 * The first API key: a file in the data directory, for its owner's eyes only. Whoever can read the
 * directory of an instance runs it, so nothing is given away. The file may be removed once another
 * key of tenant {@code system} can administer; it comes again when none is left.
 */
public final class OperatorKey {
  private final Path file;

  public OperatorKey(Path data) {
    this.file = data.resolve("keys").resolve("admin.key");
  }

  public Path file() {
    return file;
  }

  void ensure(Register register, SecureRandom random) {
    if (register.keys().stream().anyMatch(OperatorKey::administers)) {
      return;
    }
    KeySecret secret = KeySecret.generate(random);
    write(secret);
    // A crash here leaves a file with a key that nobody knows; the next start writes another one.
    register.perform(
        "first start",
        new Act.KeyCreated(
            TenantName.OPERATOR,
            secret.id(),
            secret.hash(),
            EnumSet.of(Permission.SUBMIT, Permission.READ, Permission.AUDIT, Permission.ADMIN),
            "keys/admin.key"));
  }

  private static boolean administers(ApiKey key) {
    return key.isLive()
        && key.tenant().equals(TenantName.OPERATOR)
        && key.permissions().contains(Permission.ADMIN);
  }

  private void write(KeySecret secret) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(next, secret.reveal() + "\n", StandardOpenOption.WRITE);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw Failure.doNot("Cannot write " + file + ": " + Explanation.of(failed) + ".", failed);
    }
  }
}
