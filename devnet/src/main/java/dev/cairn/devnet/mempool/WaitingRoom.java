package dev.cairn.devnet.mempool;

import dev.cairn.devnet.transaction.Transaction;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that the waiting transactions of all chains of a network share. For many threads. */
public final class WaitingRoom {

  /**
   * Bytes of waiting commands: some 10,000 ordinary ones. Read, one takes some ten times its bytes,
   * and the default heap of a network is 160 MB.
   */
  public static final long MAX_BYTES = 6L << 20;

  private final AtomicLong bytes = new AtomicLong();

  /** Whether so many bytes more would fit. */
  boolean hasRoomFor(long more) {
    return bytes.get() + more <= MAX_BYTES;
  }

  void enter(Transaction transaction) {
    bytes.addAndGet(bytes(transaction));
  }

  void leave(Transaction transaction) {
    bytes.addAndGet(-bytes(transaction));
  }

  static long bytes(Transaction transaction) {
    return transaction.command().signed().cmd().size();
  }
}
