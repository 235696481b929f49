package dev.cairn.devnet.store;

import java.util.ArrayList;
import java.util.List;

/** Entries that become visible together. */
public final class Batch {

  /** One entry. The arrays belong to the batch from now on. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(byte[] key, byte[] value) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds an entry; of two entries under one key the later counts. */
  public Batch put(byte[] key, byte[] value) {
    entries.add(new Entry(key, value));
    return this;
  }

  List<Entry> entries() {
    return entries;
  }
}
