package dev.cairn.devnet.mempool;

import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.transaction.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pending transactions of one chain. Safe for many threads. */
public final class Mempool {

  /** What a node says about a transaction that could not be mined. */
  public static final String BADLISTED =
      "Transaction is badlisted because it previously failed to validate.";

  /** More would only be lost memory: a block of the smallest transactions holds some 2,500. */
  public static final int MAX_PENDING = 20_000;

  /** Bad transactions whose reason is remembered. */
  private static final int MAX_BAD = 10_000;

  private final WaitingRoom room;
  private final Map<Hash, Pending> pending = new HashMap<>(); // guarded by this
  private final Set<Hash> bad = new LinkedHashSet<>(); // guarded by this, oldest first
  private long arrivals; // guarded by this

  /** The mempool of a chain that is alone. */
  public Mempool() {
    this(new WaitingRoom());
  }

  /** The mempool of one of several chains. */
  public Mempool(WaitingRoom room) {
    this.room = room;
  }

  /** Lets transactions wait; one that waits already stays where it is. */
  public synchronized void insert(Collection<Transaction> transactions) {
    for (Transaction transaction : transactions) {
      Pending waiting = new Pending(transaction, arrivals++);
      if (pending.putIfAbsent(transaction.requestKey(), waiting) == null) {
        room.enter(transaction);
      }
    }
  }

  /** Whether more can wait; those that come back from lost blocks are let in without asking. */
  public synchronized boolean hasRoomFor(Collection<Transaction> transactions) {
    return pending.size() + transactions.size() <= MAX_PENDING
        && room.hasRoomFor(transactions.stream().mapToLong(WaitingRoom::bytes).sum());
  }

  /** What waits, in the order in which blocks take it. */
  public synchronized List<Transaction> candidates() {
    if (pending.isEmpty()) {
      return List.of();
    }
    return pending.values().stream().sorted(Pending.ORDER).map(Pending::transaction).toList();
  }

  public synchronized boolean isEmpty() {
    return pending.isEmpty();
  }

  /** Forgets transactions that a block has taken. */
  public synchronized void remove(Collection<Hash> requestKeys) {
    requestKeys.forEach(this::forget);
  }

  /** Forgets a transaction as if it had never come; tells whether it waited. */
  public synchronized boolean forget(Hash requestKey) {
    Pending left = pending.remove(requestKey);
    if (left != null) {
      room.leave(left.transaction());
    }
    return left != null;
  }

  /** Request keys of all that wait. */
  public synchronized List<Hash> pendingKeys() {
    return List.copyOf(pending.keySet());
  }

  /** Forgets a transaction that cannot be mined, and remembers that. */
  public synchronized void reject(Hash requestKey) {
    forget(requestKey);
    bad.add(requestKey);
    if (bad.size() > MAX_BAD) {
      bad.remove(bad.iterator().next());
    }
  }

  /** Whether a transaction was found to be impossible. */
  public synchronized boolean isBad(Hash requestKey) {
    return bad.contains(requestKey);
  }
}
