package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads the blocks of a directory: regular files only, so that no read leaves it or hangs. */
final class DirectoryReader implements BlockReader {

  private final Path blocks;
  private final BlockPieces pieces = new BlockPieces();

  DirectoryReader(Path blocks) {
    this.blocks = blocks;
  }

  @Override
  public BlockReading read(BlockIndex index) throws IOException {
    Path file = blocks.resolve(index.fileName());
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return new BlockReading.NoFile(kind(attributes));
      }
      return attributes.size() > BlockPieces.MAX_HASHED_BYTES
          ? new BlockReading.TooLarge(attributes.size())
          : read(file, attributes.size());
    } catch (NoSuchFileException removedMeanwhile) {
      return new BlockReading.NoFile("gone again");
    }
  }

  /** To open a pipe would wait for its writer: that it is none was just seen. */
  private BlockReading read(Path file, long size) throws IOException {
    pieces.clear();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      int read;
      do {
        read = channel.read(pieces.room());
        pieces.took(Math.max(read, 0));
      } while (read >= 0 && pieces.size() != size && !pieces.isTooLarge());
    }
    return pieces.isTooLarge()
        ? new BlockReading.TooLarge(pieces.size())
        : new BlockReading.Read(pieces.finish());
  }

  private static String kind(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return "a symbolic link";
    }
    return attributes.isDirectory() ? "a folder" : "a pipe or device";
  }

  @Override
  public void close() {}
}
