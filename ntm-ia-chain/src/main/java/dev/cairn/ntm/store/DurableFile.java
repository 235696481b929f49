package dev.cairn.ntm.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;

/** Files that are whole at each moment, and on disk when a call returns. */
public final class DurableFile {

  private DurableFile() {}

  /** Replaces a file: readers see its old bytes or the new ones. */
  public static void replace(Path file, byte[] bytes, RandomGenerator random) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = folder.resolve(TemporaryFile.newName(random));
    try {
      write(temporary, bytes);
      // A crash here leaves a temporary file; the next seal in this directory removes it.
      rename(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
    // After a power failure here the old file may be back.
    force(folder);
  }

  /** A new file with these bytes, on disk. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Puts a directory's names on disk. */
  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
