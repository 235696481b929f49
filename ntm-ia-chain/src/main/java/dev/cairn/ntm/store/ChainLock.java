package dev.cairn.ntm.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a chain: at most one holder among all processes (a lock on {@code ROOT/.lock})
 * and among the threads of this one. It ends with the process at the latest.
 */
public final class ChainLock implements AutoCloseable {

  /**
   * Roots held by this process. File locks are the whole JVM's: closing any channel on the file
   * would free another thread's lock, so the file isn't even opened while a root is in here.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final FileChannel channel;

  private ChainLock(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /** Empty, at once, if somebody else holds the lock. */
  public static Optional<ChainLock> tryAcquire(Path directory) throws IOException {
    Path root = directory.toRealPath();
    if (!HELD.add(root)) {
      return Optional.empty();
    }
    Optional<ChainLock> lock = Optional.empty();
    try {
      lock = tryLockFile(root);
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(root);
      }
    }
    return lock;
  }

  private static Optional<ChainLock> tryLockFile(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByOtherCodeOfThisProcess) {
      return Optional.empty();
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(new ChainLock(root, channel)) : Optional.empty();
  }

  boolean covers(Path directory) throws IOException {
    return channel.isOpen() && directory.toRealPath().equals(root);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(root);
    }
  }
}
