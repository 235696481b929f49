package dev.cairn.app.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;

/**
 * RocksDB's native library. Left to itself RocksDB unpacks it into the temporary folder at each
 * start and removes it at a proper end, so that every kill would leave 15 MB behind.
 */
final class NativeStore {
  private NativeStore() {}

  /** Loads the library from this directory, which belongs to this process alone. */
  static void unpackInto(Path directory) {
    try {
      Files.createDirectories(directory);
      NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException("The storage library cannot be unpacked.", failed);
    }
  }
}
