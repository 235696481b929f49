package dev.cairn.devnet.store;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store that ends with the process. A reader may see half of a batch that is being written. */
public final class MemoryStore implements KeyValueStore {

  private final ConcurrentSkipListMap<byte[], byte[]> entries =
      new ConcurrentSkipListMap<>(Arrays::compareUnsigned);

  @Override
  public byte @Nullable [] get(byte[] key) {
    return entries.get(key);
  }

  @Override
  public void scan(byte[] prefix, BiConsumer<byte[], byte[]> visitor) {
    for (Map.Entry<byte[], byte[]> entry : entries.tailMap(prefix, true).entrySet()) {
      byte[] key = entry.getKey();
      if (!Keys.startsWith(key, prefix)) {
        return;
      }
      visitor.accept(key, entry.getValue());
    }
  }

  @Override
  public void write(Batch batch, Durability durability) {
    for (Batch.Entry entry : batch.entries()) {
      byte[] value = entry.value();
      if (value == null) {
        entries.remove(entry.key());
      } else {
        entries.put(entry.key(), value);
      }
    }
  }

  @Override
  public void close() {}
}
