package dev.cairn.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of the system that a test needs, such as {@code mount}. */
final class SystemCommand {

  private SystemCommand() {}

  /** Its exit code, or -1 where there is no such program. What it says goes nowhere. */
  static int run(String... command) {
    try {
      return end(
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException absent) {
      return -1;
    }
  }

  /** What it says, without the line's end; empty when it fails. */
  static String say(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return end(process) == 0 ? said : "";
    } catch (IOException absent) {
      return "";
    }
  }

  private static int end(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError("The test was interrupted.", e);
    }
  }
}
