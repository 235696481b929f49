package dev.cairn.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new directory that is removed with everything in it when it is closed. */
record WorkDirectory(Path path) implements AutoCloseable {

  /** Below the parent; without one, where the system puts temporary files. */
  static WorkDirectory in(@Nullable Path parent) throws IOException {
    return new WorkDirectory(
        parent == null
            ? Files.createTempDirectory("cairn-bench-")
            : Files.createTempDirectory(Files.createDirectories(parent), "cairn-bench-"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
