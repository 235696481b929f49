package dev.cairn.devnet.updates;

import dev.cairn.devnet.block.Block;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells listeners of every round, in order, on the thread that mines. A listener must hand on and
 * return.
 */
public final class BlockFeed {

  private final Set<Consumer<List<Block>>> listeners = ConcurrentHashMap.newKeySet();

  /** Listens until closed. */
  public AutoCloseable subscribe(Consumer<List<Block>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells of a round that is kept and published. */
  public void announce(List<Block> round) {
    listeners.forEach(listener -> listener.accept(round));
  }
}
