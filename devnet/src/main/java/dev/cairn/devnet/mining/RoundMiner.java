package dev.cairn.devnet.mining;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.NetworkState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.KeyValueStore.Durability;
import dev.cairn.devnet.store.MinedBlock;
import dev.cairn.devnet.transaction.MinerAccount;
import dev.cairn.devnet.updates.BlockFeed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Mines rounds: a block on every chain, each on top of the round before. Called by one thread at a
 * time.
 */
public final class RoundMiner {

  private final ChainwebVersion version;
  private final Clock clock;
  private final StateHistory history;
  private final ChainStore store;
  private final List<Mempool> mempools;
  private final BlockFeed feed;
  private final BlockMaker maker;

  /**
   * A miner of one network.
   *
   * @param mempools by chain number
   */
  public RoundMiner(
      ChainwebVersion version,
      MinerAccount miner,
      Contracts contracts,
      Clock clock,
      StateHistory history,
      ChainStore store,
      List<Mempool> mempools,
      BlockFeed feed) {
    this.version = version;
    this.clock = clock;
    this.history = history;
    this.store = store;
    this.mempools = List.copyOf(mempools);
    this.feed = feed;
    this.maker = new BlockMaker(version, miner, contracts);
  }

  /** Whether a transaction waits on any chain. */
  public boolean hasWork() {
    return mempools.stream().anyMatch(mempool -> !mempool.isEmpty());
  }

  /** Mines one round; tells whether it holds transactions. */
  public boolean mine() {
    NetworkState before = history.newest();
    Frontier frontier = history.frontier();
    BlockTime time = nextTime(frontier);
    List<MinedBlock> blocks = new ArrayList<>();
    List<ChainState> after = new ArrayList<>();
    for (Mempool mempool : mempools) {
      ChainId chain = new ChainId(blocks.size());
      ParentHeaders parents =
          ParentHeaders.of(
              frontier.of(chain),
              version.latestGraph().adjacents(chain).stream().map(frontier::of).toList());
      BlockMaker.Made made = maker.make(before.of(chain), parents, time, mempool);
      blocks.add(made.block());
      after.add(made.after());
    }
    return commit(blocks, new NetworkState(after));
  }

  private boolean commit(List<MinedBlock> blocks, NetworkState after) {
    boolean withTransactions = blocks.stream().anyMatch(mined -> !mined.requestKeys().isEmpty());
    store.commit(blocks, withTransactions ? Durability.MACHINE : Durability.PROCESS);
    // A crash here loses nothing: the round is kept, clients learn of it after the restart.
    history.publish(after);
    for (MinedBlock mined : blocks) {
      mempools.get(mined.block().chain().value()).remove(mined.requestKeys());
    }
    List<Block> announced = blocks.stream().map(MinedBlock::block).toList();
    feed.announce(announced);
    return withTransactions;
  }

  // Later than every parent, even when the clock stands still or goes back.
  private BlockTime nextTime(Frontier frontier) {
    BlockTime now = BlockTime.of(clock.instant());
    BlockTime newest = frontier.newestTime();
    return now.isAfter(newest) ? now : new BlockTime(newest.micros() + 1);
  }
}
