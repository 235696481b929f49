package dev.cairn.app.instance;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory of everything that must last. While it is open it belongs to this process alone;
 * the system takes the lock away when the process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {
  private final FileChannel lockFile;

  private DataDirectory(FileChannel lockFile) {
    this.lockFile = lockFile;
  }

  static DataDirectory open(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel file =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locks(file)) {
        file.close();
        throw Failure.doNot("Another process uses the data directory " + directory + ".");
      }
      return new DataDirectory(file);
    } catch (IOException failed) {
      throw Failure.doNot(
          "The data directory " + directory + " cannot be used: " + Explanation.of(failed) + ".",
          failed);
    }
  }

  private static boolean locks(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException withinThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
