package dev.cairn.handover;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * A journal in one column family of a RocksDB: {@code position(8, big-endian) → entry}.
 *
 * <p>The database belongs to the caller, and so does the write: an entry joins the caller's {@link
 * WriteBatch}, so that it stands or falls with whatever else is in it.
 *
 * <pre>{@code
 * long position = journal.append(batch, entry);
 * db.write(new WriteOptions().setSync(true), batch);
 * journal.published();
 * }</pre>
 *
 * <p>{@link #append}, {@link #published} and {@link #discarded} are for the one writer's thread;
 * everything else is for any thread. Close the journal before the database: no reader touches the
 * database after that.
 */
public final class RocksJournal<E> implements Journal<E>, AutoCloseable {

  private final String name;
  private final RocksDB db;
  private final ColumnFamilyHandle family;
  private final JournalCodec<E> codec;
  private final Listeners listeners = new Listeners();

  /** Readers hold the read lock while they touch the database; closing takes the write lock. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Guarded by {@link #lock}. */
  private boolean closed;

  /** Last position given out; touched by the writer's thread only. */
  private long appended;

  /** Last position known to be on disk; set by the writer's thread only. */
  private volatile long published;

  /**
   * Takes up the journal where the database ends.
   *
   * @param name as it shall stand in errors
   */
  public RocksJournal(String name, RocksDB db, ColumnFamilyHandle family, JournalCodec<E> codec) {
    this.name = name;
    this.db = db;
    this.family = family;
    this.codec = codec;
    this.published = lastStored();
    this.appended = published;
  }

  /** Puts the entry into the batch, at the returned position. Nothing is visible yet. */
  public long append(WriteBatch batch, E entry) throws RocksDBException {
    return appendEncoded(batch, codec.encode(entry));
  }

  /** The same of an entry in the form of the journal's codec. */
  public long appendEncoded(WriteBatch batch, byte[] entry) throws RocksDBException {
    batch.put(family, key(appended + 1), entry);
    return ++appended;
  }

  /** To be called after the batch was written and fsynced: its entries become visible. */
  public void published() {
    if (appended != published) {
      published = appended;
      listeners.call();
    }
  }

  /**
   * To be called when the batch was certainly not written: its positions are given out again. After
   * a write that failed, and may yet have been done, the database must be reopened instead.
   */
  public void discarded() {
    appended = published;
  }

  @Override
  public long end() {
    return published;
  }

  @Override
  public List<Entry<E>> read(long after, int max) {
    checkRange(after, max);
    lock.readLock().lock();
    try {
      if (closed) {
        throw new JournalUnavailableException(name);
      }
      return after < published ? scan(after, Math.min(published, after + max)) : List.of();
    } finally {
      lock.readLock().unlock();
    }
  }

  static void checkRange(long after, int max) {
    if (after < 0 || max < 1) {
      throw new IllegalArgumentException(
          "A reader asks for at least one entry after position 0 or later; not for "
              + max
              + " after "
              + after
              + ".");
    }
  }

  private List<Entry<E>> scan(long after, long last) {
    try (RocksIterator rows = db.newIterator(family)) {
      List<Entry<E>> entries = new ArrayList<>();
      rows.seek(key(after + 1));
      for (long position = after + 1; position <= last; position++, rows.next()) {
        entries.add(new Entry<>(position, stored(rows, position)));
      }
      return entries;
    }
  }

  private E stored(RocksIterator rows, long position) {
    if (!rows.isValid()) {
      checkStatus(rows);
      throw new CorruptEntryException(name, position, "is missing: the journal ends before it.");
    }
    long found = position(rows.key());
    if (found != position) {
      throw new CorruptEntryException(name, position, "is missing: " + found + " comes instead.");
    }
    try {
      return codec.decode(rows.value());
    } catch (MalformedEntryException e) {
      throw new CorruptEntryException(name, position, e);
    }
  }

  private long lastStored() {
    try (RocksIterator rows = db.newIterator(family)) {
      rows.seekToLast();
      checkStatus(rows);
      return rows.isValid() ? position(rows.key()) : 0;
    }
  }

  private void checkStatus(RocksIterator rows) {
    try {
      rows.status();
    } catch (RocksDBException e) {
      throw new JournalUnavailableException(name, e);
    }
  }

  @Override
  public Subscription onAppend(Runnable listener) {
    return listeners.add(listener);
  }

  /** Waits for readers; from then on reading throws {@link JournalUnavailableException}. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static byte[] key(long position) {
    return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
  }

  private static long position(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }
}
