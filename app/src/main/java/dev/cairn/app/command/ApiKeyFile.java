package dev.cairn.app.command;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with an API key: command lines and their arguments are seen by every user of a machine.
 */
final class ApiKeyFile {
  /** A key has 66 characters; keeps a mistaken path from being read into memory. */
  private static final long MAX_BYTES = 1024;

  private ApiKeyFile() {}

  static String read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw Failure.doNot(file + " is too large for an API key.");
      }
      String key = Files.readString(file).strip();
      if (!key.matches("[!-~]+")) {
        throw Failure.doNot(file + " holds no API key.");
      }
      return key;
    } catch (IOException failed) {
      throw Failure.doNot(
          "Cannot read the API key in " + file + ": " + Explanation.of(failed) + ".", failed);
    }
  }
}
