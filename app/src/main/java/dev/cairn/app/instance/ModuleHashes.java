package dev.cairn.app.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every version of the anchor contract that this instance has seen on its network, by module hash.
 * Evidence made before an upgrade names an older one, and stays good.
 */
final class ModuleHashes {
  private final Path file;

  ModuleHashes(Path data) {
    this.file = data.resolve("module-hashes.txt");
  }

  /** Adds the hashes and gives back all that were ever added. */
  Set<String> remember(Set<String> present) {
    try {
      Set<String> all = new TreeSet<>(present);
      if (Files.exists(file)) {
        all.addAll(Files.readAllLines(file));
      }
      // A crash before the move leaves the old file whole; the new hashes come again at next start.
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, all);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return all;
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot keep the module hashes in " + file, failed);
    }
  }
}
