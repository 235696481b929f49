package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A chain in a directory. Only regular files count: a link, pipe or directory with a block's name
 * is an unexpected file, so that reading can neither leave the directory nor wait for ever.
 */
public final class ChainDirectory implements ChainSource {

  /** Names of unexpected files that a listing keeps; the others are only counted. */
  private static final int MAX_UNEXPECTED = 100;

  private final Path root;

  public ChainDirectory(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  Path blocks() {
    return root.resolve("blocks");
  }

  Path file(BlockIndex index) {
    return blocks().resolve(index.fileName());
  }

  Path lastHash() {
    return root.resolve("last_hash.txt");
  }

  /** An absent {@code blocks/} is an empty chain; an absent root is an error. */
  @Override
  public BlockListing list() throws IOException {
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(root.toString());
    }
    LongStream.Builder indexes = LongStream.builder();
    List<String> unexpected = new ArrayList<>();
    long unexpectedCount = 0;
    if (Files.isDirectory(blocks())) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(blocks())) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          Optional<BlockIndex> index = BlockIndex.ofFileName(name).filter(i -> isFile(entry));
          if (index.isPresent()) {
            indexes.add(index.get().value());
          } else if (!TemporaryFile.isOurs(name) && unexpectedCount++ < MAX_UNEXPECTED) {
            unexpected.add(name);
          }
        }
      }
    }
    return new BlockListing(indexes.build(), unexpected, unexpectedCount);
  }

  @Override
  public BlockFile read(BlockIndex index) throws IOException {
    try (InputStream in = Files.newInputStream(file(index), LinkOption.NOFOLLOW_LINKS)) {
      return BlockFile.read(in);
    }
  }

  @Override
  public Optional<byte[]> readLastHash() throws IOException {
    if (!isFile(lastHash())) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(lastHash(), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(in.readNBytes(LastHash.MAX_BYTES + 1));
    } catch (NoSuchFileException removedMeanwhile) {
      return Optional.empty();
    }
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
