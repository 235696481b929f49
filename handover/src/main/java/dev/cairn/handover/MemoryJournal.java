package dev.cairn.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A journal for tests: everything that a journal promises, except that it ends with the process.
 */
public final class MemoryJournal<E> implements Journal<E> {

  /** Guarded by {@code this}. */
  private final List<E> entries = new ArrayList<>();

  private final Listeners listeners = new Listeners();

  /** Appends one entry, visible when the call returns; returns its position. */
  public long append(E entry) {
    long position = add(entry);
    listeners.call();
    return position;
  }

  private synchronized long add(E entry) {
    entries.add(entry);
    return entries.size();
  }

  @Override
  public synchronized long end() {
    return entries.size();
  }

  @Override
  public synchronized List<Entry<E>> read(long after, int max) {
    RocksJournal.checkRange(after, max);
    long last = Math.min(entries.size(), after + max);
    return LongStream.rangeClosed(after + 1, last)
        .mapToObj(position -> new Entry<>(position, entries.get((int) position - 1)))
        .toList();
  }

  @Override
  public Subscription onAppend(Runnable listener) {
    return listeners.add(listener);
  }
}
