package dev.cairn.app.command;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that commands read and write; {@code -} is standard input or output. */
final class CommandFiles {

  /** A hundred thousand events; four times the largest trust file, thirty times any evidence. */
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private CommandFiles() {}

  static byte[] read(String name) {
    try {
      if (name.equals("-")) {
        return readAtMost(System.in);
      }
      Path file = Path.of(name);
      if (Files.size(file) > MAX_BYTES) {
        throw Failure.doNot(name + " is larger than " + MAX_BYTES + " bytes.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw Failure.doNot("There is no file " + name + ".", missing);
    } catch (IOException failed) {
      throw Failure.doNot("Cannot read " + name + ": " + Explanation.of(failed) + ".", failed);
    }
  }

  static void write(String name, byte[] content) {
    try {
      if (name.equals("-")) {
        System.out.write(content);
        System.out.flush();
      } else {
        Files.write(Path.of(name), content);
      }
    } catch (IOException failed) {
      throw Failure.doNot("Cannot write " + name + ": " + Explanation.of(failed) + ".", failed);
    }
  }

  private static byte[] readAtMost(InputStream in) throws IOException {
    byte[] content = in.readNBytes((int) MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw Failure.doNot("Standard input is larger than " + MAX_BYTES + " bytes.");
    }
    return content;
  }
}
