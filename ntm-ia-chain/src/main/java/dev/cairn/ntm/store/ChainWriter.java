package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Writes a chain's files. A published block is never replaced. It is good as long as the {@link
 * ChainLock} is held; what a failed call leaves behind, {@link #removeTemporaries} and {@link
 * #replaceLastHash} of the next seal mend.
 */
public final class ChainWriter {

  private final ChainDirectory directory;
  private final RandomGenerator random;
  private final FaultPoint faults;

  public ChainWriter(
      ChainLock lock, ChainDirectory directory, RandomGenerator random, FaultPoint faults)
      throws IOException {
    if (!lock.covers(directory.root())) {
      throw new IllegalArgumentException("The lock is that of another chain.");
    }
    this.directory = directory;
    this.random = random;
    this.faults = faults;
  }

  /** Removes what a crashed sealer left half written. */
  public void removeTemporaries() throws IOException {
    Files.createDirectories(directory.blocks());
    removeTemporaries(directory.blocks());
    removeTemporaries(directory.root());
  }

  private static void removeTemporaries(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (TemporaryFile.isOurs(entry.getFileName().toString())) {
          Files.deleteIfExists(entry);
        }
      }
    }
  }

  /** Publishes the key that signs the next block, where readers look for it. */
  public void publishKey(byte[] pem) throws IOException {
    Path file = directory.publicKey();
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), pem)) {
      // A crash on the way leaves the old key there; the next seal compares again.
      DurableFile.replace(file, pem, random);
    }
  }

  /** Publishes a block and makes it the newest. When this returns, both are on disk. */
  public void publish(BlockIndex index, byte[] file) throws IOException {
    writeBlock(index, file);
    replaceLastHash(BlockHash.of(file));
  }

  private void writeBlock(BlockIndex index, byte[] file) throws IOException {
    Path temporary = directory.blocks().resolve(TemporaryFile.newName(random));
    step(PublishStep.WRITE_BLOCK, () -> DurableFile.write(temporary, file));
    // A crash here leaves a temporary file, which removeTemporaries of the next seal removes.
    step(PublishStep.NAME_BLOCK, () -> name(temporary, directory.file(index)));
    // From here on the block is published, and last_hash.txt lags: the next seal's recovery
    // verifies the block and calls replaceLastHash. Of the two names of the file one is temporary.
    step(PublishStep.REMOVE_BLOCK_TEMPORARY, () -> Files.deleteIfExists(temporary));
    // After a power failure here the name may be gone: then the block never was.
    step(PublishStep.FORCE_BLOCKS, () -> DurableFile.force(directory.blocks()));
  }

  /** Declares this the newest block's hash. Sealing and recovery both end here. */
  public void replaceLastHash(BlockHash hash) throws IOException {
    Path temporary = directory.root().resolve(TemporaryFile.newName(random));
    step(PublishStep.WRITE_LAST_HASH, () -> DurableFile.write(temporary, LastHash.write(hash)));
    // A crash here leaves a temporary file and a last_hash.txt that lags; the next seal mends both.
    step(PublishStep.REPLACE_LAST_HASH, () -> DurableFile.rename(temporary, directory.lastHash()));
    // After a power failure here the old last_hash.txt may be back: it lags, as before.
    step(PublishStep.FORCE_ROOT, () -> DurableFile.force(directory.root()));
  }

  private void step(PublishStep step, Action action) throws IOException {
    faults.before(step);
    action.run();
    faults.after(step);
  }

  /** Gives the file its final name unless something has that name already. */
  private static void name(Path temporary, Path name) throws IOException {
    try {
      Files.createLink(name, temporary);
    } catch (FileAlreadyExistsException published) {
      throw published;
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      // FAT has no hard links. The lock keeps other sealers from this name meanwhile.
      if (Files.exists(name)) {
        throw new FileAlreadyExistsException(name.toString());
      }
      DurableFile.rename(temporary, name);
    }
  }

  private interface Action {
    void run() throws IOException;
  }
}
