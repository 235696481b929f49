package dev.cairn.devnet.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries that become visible together. */
public final class Batch {

  /** One entry; no value deletes the key. The arrays belong to the batch from now on. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(byte[] key, byte @Nullable [] value) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds an entry; of two entries under one key the later counts. */
  public Batch put(byte[] key, byte[] value) {
    entries.add(new Entry(key, value));
    return this;
  }

  /** Removes a key, unless a later entry puts it again. */
  public Batch delete(byte[] key) {
    entries.add(new Entry(key, null));
    return this;
  }

  List<Entry> entries() {
    return entries;
  }
}
