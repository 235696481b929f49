package dev.cairn.devnet.state;

import dev.cairn.devnet.block.Frontier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** The present state and the last ones before it. Safe for many threads. */
public final class StateHistory {

  /** States share what did not change, so this many cost little; nobody looks back further. */
  public static final int KEPT_ROUNDS = 100;

  private final NetworkState genesis;
  private final Deque<NetworkState> newestFirst = new ArrayDeque<>(); // guarded by this
  private volatile NetworkState newest;
  private volatile Frontier frontier;

  /** Starts at a state that was reached before; of what was before it only genesis is known. */
  public StateHistory(NetworkState genesis, NetworkState present) {
    this.genesis = genesis;
    newestFirst.addFirst(present);
    newest = present;
    frontier = present.frontier();
  }

  public NetworkState newest() {
    return newest;
  }

  /** The newest blocks. */
  public Frontier frontier() {
    return frontier;
  }

  /**
   * The state some rounds ago, if it is still kept; 0 is the present, and more rounds than there
   * are lead to genesis.
   */
  public synchronized Optional<NetworkState> back(long rounds) {
    if (rounds >= frontier.height().value()) {
      return Optional.of(genesis);
    }
    Iterator<NetworkState> states = newestFirst.iterator();
    for (long i = 0; i < rounds && states.hasNext(); i++) {
      states.next();
    }
    return states.hasNext() ? Optional.of(states.next()) : Optional.empty();
  }

  /** Makes a state the present one. */
  public synchronized void publish(NetworkState state) {
    newestFirst.addFirst(state);
    if (newestFirst.size() > KEPT_ROUNDS) {
      newestFirst.removeLast();
    }
    frontier = state.frontier();
    newest = state;
  }
}
