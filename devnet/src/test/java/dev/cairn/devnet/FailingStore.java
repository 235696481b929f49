package dev.cairn.devnet;

import dev.cairn.devnet.store.Batch;
import dev.cairn.devnet.store.KeyValueStore;
import dev.cairn.devnet.store.StoreException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store that fails at one write and all that follow; what was written stays for the next one. */
final class FailingStore implements KeyValueStore {

  private final KeyValueStore store;
  private final int failing;
  private final boolean done;
  private int writes;

  /**
   * A store that fails.
   *
   * @param failing the write that fails first, from 1 on
   * @param done whether that one is written all the same
   */
  FailingStore(KeyValueStore store, int failing, boolean done) {
    this.store = store;
    this.failing = failing;
    this.done = done;
  }

  boolean hasFailed() {
    return writes >= failing;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return store.get(key);
  }

  @Override
  public void scan(byte[] prefix, BiConsumer<byte[], byte[]> visitor) {
    store.scan(prefix, visitor);
  }

  @Override
  public void write(Batch batch, Durability durability) {
    writes++;
    if (writes < failing || (done && writes == failing)) {
      store.write(batch, durability);
    }
    if (writes >= failing) {
      throw new StoreException("The disk is gone, for a test.");
    }
  }

  @Override
  public void close() {}
}
