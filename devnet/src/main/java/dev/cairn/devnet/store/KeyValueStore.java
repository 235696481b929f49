package dev.cairn.devnet.store;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes under bytes, in unsigned key order. Reads may come from any thread; writes come from one
 * thread at a time.
 */
public interface KeyValueStore extends AutoCloseable {

  /** The value of a key, or null. */
  byte @Nullable [] get(byte[] key);

  /** Visits all entries whose key starts with the prefix, in ascending order. */
  void scan(byte[] prefix, BiConsumer<byte[], byte[]> visitor);

  /**
   * Writes all entries of the batch or none. When the call returns, readers see them and they
   * survive the death of the process; with {@link Durability#MACHINE} also that of the machine.
   */
  void write(Batch batch, Durability durability);

  @Override
  void close();

  /** What a written batch survives, in a store that lives on disk. */
  enum Durability {
    /** Handed to the operating system. */
    PROCESS,
    /** Synced to the disk. */
    MACHINE
  }
}
