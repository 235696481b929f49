package dev.cairn.handover;

import java.util.List;

/**
 * A durable, ordered log of entries with one writer and any number of readers.
 *
 * <p><b>Order:</b> positions are 1, 2, 3 … without gaps; an entry never moves and never changes.
 *
 * <p><b>Durability:</b> an entry becomes visible only after it is on disk (fsync), so what a reader
 * saw once is there after any crash. A reader keeps its own position, durably if it needs to.
 *
 * <p><b>Threads:</b> every method may be called from any thread at any time.
 *
 * @param <E> the kind of entry
 */
public interface Journal<E> {

  /** Position of the last visible entry; 0 while the journal is empty. Never goes back. */
  long end();

  /**
   * The entries at positions {@code after + 1 … after + max}, as far as they are visible; empty
   * when the reader has reached the end.
   *
   * @throws CorruptEntryException when stored bytes can't be read; the message names the position
   * @throws JournalUnavailableException when the store can't answer now; the same call may succeed
   *     later
   */
  List<Entry<E>> read(long after, int max);

  /**
   * Calls the listener after entries became visible, until the returned handle is closed. One call
   * may stand for several entries, and calls may come when nothing is new. The listener runs on the
   * writer's thread: it must return at once and must not throw.
   */
  Subscription onAppend(Runnable listener);

  /** One entry and its place. */
  record Entry<E>(long position, E value) {
    public Entry {
      if (position < 1) {
        throw new IllegalArgumentException("Positions start at 1; this one is " + position + ".");
      }
    }
  }

  /** A registered listener; closing it ends the calls, closing it again does nothing. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
