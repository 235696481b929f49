package dev.cairn.devnet.mining;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.StateHistory;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mines rounds: a block on every chain, each on top of the round before; a chain that is held, and
 * in time its neighbours, stay behind. Mining is done by one thread at a time.
 */
final class RoundMiner {

  private final Clock clock;
  private final StateHistory history;
  private final List<Mempool> mempools;
  private final BlockFactory factory;
  private final Tip tip;
  private final Set<ChainId> held = ConcurrentHashMap.newKeySet();

  /**
   * A miner of one network.
   *
   * @param mempools by chain number
   */
  RoundMiner(
      Clock clock, StateHistory history, List<Mempool> mempools, BlockFactory factory, Tip tip) {
    this.clock = clock;
    this.history = history;
    this.mempools = List.copyOf(mempools);
    this.factory = factory;
    this.tip = tip;
  }

  /** Chains that get no blocks. */
  Set<ChainId> held() {
    return held;
  }

  /** Whether a transaction waits on any chain that can go on. */
  boolean hasWork() {
    Frontier frontier = history.frontier();
    for (int number = 0; number < mempools.size(); number++) {
      ChainId chain = new ChainId(number);
      if (!mempools.get(number).isEmpty()
          && !held.contains(chain)
          && factory.parents(frontier, chain).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Mines one round; tells whether it holds transactions. */
  boolean mine() {
    BlockTime now = BlockTime.of(clock.instant());
    return tip.extend(
        factory.round(
            history.newest(),
            chain -> !held.contains(chain),
            // Later than every parent, even when the clock stands still or goes back.
            (parents, earliest) -> now.isAfter(earliest) ? now : earliest,
            chain -> mempools.get(chain.value())));
  }
}
