package dev.cairn.devnet.store;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.devnet.store.KeyValueStore.Durability;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Versions of rows without the blocks that they belong to. */
public final class TestRows implements AutoCloseable {

  private final KeyValueStore store;
  private final RowVersions versions;
  private long pruned;

  private TestRows(KeyValueStore store) {
    this.store = store;
    this.versions = new RowVersions(store);
  }

  public static TestRows inMemory() {
    return new TestRows(new MemoryStore());
  }

  public static TestRows in(Path directory) {
    return new TestRows(RocksStore.open(directory));
  }

  public RowVersions versions() {
    return versions;
  }

  /** Stores what the block of a number wrote. */
  public Lineage put(ChainId chain, Lineage parent, long number, List<Row> rows) {
    Hash block = Sha512t256.hash(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    Batch batch = new Batch();
    versions.put(chain, block, number, rows, batch);
    store.write(batch, Durability.PROCESS);
    return parent.above(pruned).next(number);
  }

  /** Keeps states only from a block on. */
  public void prune(ChainId chain, Lineage floor) {
    Batch batch = new Batch();
    versions.prune(chain, pruned, floor, batch);
    store.write(batch, Durability.PROCESS);
    pruned = floor.newest();
  }

  /** Rows and versions that were replaced, of all chains. */
  public long keptVersions() {
    AtomicLong count = new AtomicLong();
    store.scan(new byte[] {'r'}, (key, value) -> count.incrementAndGet());
    store.scan(new byte[] {'v'}, (key, value) -> count.incrementAndGet());
    return count.get();
  }

  @Override
  public void close() {
    store.close();
  }
}
