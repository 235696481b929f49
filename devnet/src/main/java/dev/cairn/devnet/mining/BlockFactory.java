package dev.cairn.devnet.mining;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.NetworkState;
import dev.cairn.devnet.store.ChainStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Makes the next blocks of many chains at once, solved where proof of work counts. */
final class BlockFactory {

  private final ChainwebVersion version;
  private final ChainStore store;
  private final BlockMaker maker;
  private final NonceSearch search;
  private final Workers workers;

  BlockFactory(
      ChainwebVersion version,
      ChainStore store,
      BlockMaker maker,
      NonceSearch search,
      Workers workers) {
    this.version = version;
    this.store = store;
    this.maker = maker;
    this.search = search;
    this.workers = workers;
  }

  /** The parents of a chain's next block; empty as long as a neighbour is behind. */
  Optional<ParentHeaders> parents(Frontier frontier, ChainId chain) {
    return frontier.parents(chain, version.latestGraph(), this::parentOf);
  }

  private BlockHeader parentOf(BlockHeader header) {
    return store.header(header.chainId(), header.parent()).orElseThrow();
  }

  /**
   * Makes a block on each wanted chain whose neighbours let it go on.
   *
   * @param times when a block is made, given its parents and the time that is the earliest
   * @param mempools where its transactions come from
   */
  List<Made> round(
      NetworkState before,
      Predicate<ChainId> wanted,
      BiFunction<ParentHeaders, BlockTime, BlockTime> times,
      Function<ChainId, Mempool> mempools) {
    Frontier frontier = before.frontier();
    List<Supplier<Made>> tasks = new ArrayList<>();
    for (ChainState state : before.chains()) {
      ChainId chain = state.head().chainId();
      if (wanted.test(chain)) {
        parents(frontier, chain)
            .ifPresent(
                parents -> {
                  BlockTime earliest = new BlockTime(parents.latestTime().micros() + 1);
                  BlockTime time = times.apply(parents, earliest);
                  tasks.add(() -> make(state, parents, time, mempools.apply(chain)));
                });
      }
    }
    return workers.all(tasks);
  }

  private Made make(ChainState state, ParentHeaders parents, BlockTime time, Mempool mempool) {
    Made made = maker.make(state, parents, time, mempool);
    return made.with(search.solve(made.header()));
  }
}
