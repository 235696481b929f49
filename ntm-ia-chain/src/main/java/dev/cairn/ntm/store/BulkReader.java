package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads many blocks with the fewest calls of the system: a file is opened by its bare name, without
 * a look at what it is, and read at once. What this doesn't settle goes to the careful reader.
 *
 * <p>Links are refused by the opening itself, and what has no places to read at, such as a pipe or
 * terminal, by the reading at a place. One thing is left: to open a pipe waits for its writer.
 * {@link #checkProgress} notices that.
 */
final class BulkReader implements BlockReader {

  /** Six usual blocks. A file that fills it may be longer, and so is another reader's. */
  private static final int BUFFER_BYTES = 8 * 1024;

  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** What {@link #opening} holds while no file is opened. */
  private static final long NOTHING = 0;

  private final Path blocks;
  private final SecureDirectoryStream<Path> directory;
  private final DirectoryReader careful;
  private final Caution caution;
  private final MessageDigest digest = BlockHash.newDigest();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

  /** Written by the reading thread, read by the one that watches it. */
  private final AtomicLong opening = new AtomicLong(NOTHING);

  private BulkReader(Path blocks, SecureDirectoryStream<Path> directory, Caution caution) {
    this.blocks = blocks;
    this.directory = directory;
    this.caution = caution;
    this.careful = new DirectoryReader(blocks);
  }

  /** The careful reader where the platform can't open by bare names, or has reason for caution. */
  @SuppressWarnings("StreamResourceLeak") // the reader closes it
  static BlockReader open(Path blocks, Caution caution) throws IOException {
    if (!caution.isAdvised() && Files.isDirectory(blocks)) {
      var directory = Files.newDirectoryStream(blocks);
      if (directory instanceof SecureDirectoryStream<Path> secure) {
        return new BulkReader(blocks, secure, caution);
      }
      directory.close();
    }
    return new DirectoryReader(blocks);
  }

  @Override
  public BlockReading read(BlockIndex index) throws IOException {
    opening.lazySet(index.value());
    int size = fill(index);
    opening.lazySet(NOTHING);
    if (size <= 0 || size == BUFFER_BYTES) {
      return careful.read(index);
    }
    byte[] file = new byte[size];
    buffer.flip().get(file);
    return new BlockReading.Read(
        new BlockFile(BlockHash.ofDigest(digest.digest(file)), Optional.of(file)));
  }

  /** A regular file gives all that it has, up to the buffer's size; others give nothing. */
  private int fill(BlockIndex index) {
    buffer.clear();
    try (var opened = directory.newByteChannel(Path.of(index.fileName()), OPTIONS)) {
      return opened instanceof FileChannel file ? file.read(buffer, 0) : 0;
    } catch (IOException refused) {
      return 0; // the careful reader says why
    }
  }

  /** A read that never returns is one whose file is none; others are only slow. */
  @Override
  public void checkProgress() throws IOException {
    long index = opening.get();
    if (index != NOTHING) {
      Path file = blocks.resolve(new BlockIndex(index).fileName());
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && opening.get() == index) {
        caution.advise();
        throw new StuckReadException(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    directory.close();
  }
}
