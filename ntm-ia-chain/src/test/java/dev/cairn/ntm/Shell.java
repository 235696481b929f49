package dev.cairn.ntm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tools that are not ours, run in a folder. */
public final class Shell {

  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;

  private Shell(Path folder) {
    this.folder = folder;
  }

  /** A shell in this folder; without one of the tools the test is skipped, with the reason. */
  public static Shell in(Path folder, String... tools) {
    for (String tool : tools) {
      boolean there =
          List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
              .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
      if (!there) {
        System.err.println("Skipped: " + tool + " is not installed here.");
      }
      assumeTrue(there, tool + " is not installed here.");
    }
    return new Shell(folder);
  }

  /** What the script prints, errors too; it has to end by itself. */
  public String run(String script) throws IOException {
    Path output = Files.createTempFile("shell", ".out");
    try {
      Process process =
          new ProcessBuilder("sh", "-c", script)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
