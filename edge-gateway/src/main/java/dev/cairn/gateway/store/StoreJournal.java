package dev.cairn.gateway.store;

import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.handover.JournalUnavailableException;
import dev.cairn.handover.Listeners;
import dev.cairn.handover.RocksJournal;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal as other rooms see it: the same object while the database under it is closed and
 * opened again. Readers wait while it is opened; if that fails they get {@link
 * JournalUnavailableException}, and the same call works later.
 */
final class StoreJournal implements Journal<BatchEntry> {

  static final String NAME = "batches";

  private final Listeners listeners = new Listeners();

  /** Readers hold the read lock; reattaching and detaching take the write lock. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Guarded by {@link #lock}. */
  private @Nullable RocksJournal<BatchEntry> attached;

  /** Survives a reopening, so that the end never goes back. */
  private volatile long end;

  /** Gives up the database for the one that is being opened; readers wait for it. */
  void reattach(Supplier<RocksJournal<BatchEntry>> opening) {
    lock.writeLock().lock();
    try {
      detach();
      attached = opening.get();
      end = attached.end();
    } finally {
      lock.writeLock().unlock();
    }
    // A write that was reported failed may have been done: then the journal has grown.
    listeners.call();
  }

  /** When this returns, no reader touches the database. */
  void detach() {
    lock.writeLock().lock();
    try {
      if (attached != null) {
        attached.close();
      }
      attached = null;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** To be called by the writer's thread after its entries were fsynced. */
  void published(RocksJournal<BatchEntry> journal) {
    journal.published();
    if (end != journal.end()) {
      end = journal.end();
      listeners.call();
    }
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public List<Entry<BatchEntry>> read(long after, int max) {
    lock.readLock().lock();
    try {
      if (attached == null) {
        throw new JournalUnavailableException(NAME);
      }
      return attached.read(after, max);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Subscription onAppend(Runnable listener) {
    return listeners.add(listener);
  }
}
