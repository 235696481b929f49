package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A chain in a directory. Only regular files count: a link, pipe or directory with a block's name
 * is an unexpected file, so that reading can neither leave the directory nor wait for ever.
 */
public final class ChainDirectory implements ChainSource {

  private final Path root;
  private final Caution caution = new Caution();

  public ChainDirectory(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** Where the block files lie. */
  public Path blocks() {
    return root.resolve("blocks");
  }

  /** Where the block is, if there is one. */
  public Path file(BlockIndex index) {
    return blocks().resolve(index.fileName());
  }

  /** The key that signs now; a place of ours, the protocol names no other. */
  public Path publicKey() {
    return root.resolve("ntm_ia_public.key");
  }

  Path lastHash() {
    return root.resolve("last_hash.txt");
  }

  /**
   * The names in {@code blocks/}. An absent folder is an empty chain; an absent root is an error.
   * Whether a name is that of a regular file shows when it is read: to ask while listing would take
   * longer than all hashes of a chain.
   */
  @Override
  public BlockListing list() throws IOException {
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(root.toString());
    }
    BlockListing.Builder listing = new BlockListing.Builder();
    if (Files.isDirectory(blocks())) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(blocks())) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          if (!TemporaryFile.isOurs(name)) {
            listing.add(name);
          }
        }
      }
    }
    return listing.build();
  }

  /** Whether there is a regular file of this name. */
  public boolean has(BlockIndex index) {
    return isFile(file(index));
  }

  @Override
  public BlockReader newReader() {
    return new DirectoryReader(blocks());
  }

  @Override
  public BlockReader newBulkReader() throws IOException {
    return BulkReader.open(blocks(), caution);
  }

  /** One block; {@link NoSuchFileException} unless a file that can be hashed is there. */
  public BlockFile read(BlockIndex index) throws IOException {
    try (BlockReader reader = newReader()) {
      if (reader.read(index) instanceof BlockReading.Read read) {
        return read.file();
      }
      throw new NoSuchFileException(file(index).toString());
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
