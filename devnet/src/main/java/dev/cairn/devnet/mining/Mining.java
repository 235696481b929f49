package dev.cairn.devnet.mining;

import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.transaction.MinerAccount;
import dev.cairn.devnet.updates.BlockFeed;
import java.time.Clock;
import java.util.List;

/** Everything that changes the chains of a network; one thread of it does. */
public final class Mining implements AutoCloseable {

  private final MiningLoop loop;
  private final NonceSearch search;
  private final Workers workers;
  private final ChainControl control;
  private final WorkDesk desk;

  /**
   * The mining of one network, which has not started.
   *
   * @param mempools by chain number
   */
  public Mining(
      ChainwebVersion version,
      MiningMode mode,
      MinerAccount miner,
      Contracts contracts,
      Clock clock,
      StateHistory history,
      ChainStore store,
      List<Mempool> mempools,
      BlockFeed feed) {
    this.workers = new Workers(Runtime.getRuntime().availableProcessors());
    this.search = new NonceSearch(version);
    BlockMaker maker = new BlockMaker(version, miner, contracts, store);
    BlockFactory factory = new BlockFactory(version, store, maker, search, workers);
    Tip tip = new Tip(store, contracts, history, mempools, feed);
    RoundMiner rounds = new RoundMiner(clock, history, mempools, factory, tip);
    this.loop = new MiningLoop(rounds, mode);
    Reorganiser reorganiser = new Reorganiser(version.latestGraph(), store, history, factory, tip);
    this.control = new ChainControl(version.latestGraph(), loop, rounds, reorganiser);
    this.desk =
        new WorkDesk(
            version, contracts, store, clock, loop, history, factory, tip, List.copyOf(mempools));
  }

  public void start() {
    loop.start();
  }

  /** Whether blocks are being made. */
  public boolean isHealthy() {
    return loop.isHealthy();
  }

  /** Says that a transaction waits. */
  public void wake() {
    loop.wake();
  }

  /** What can be done to the chains. */
  public ChainControl control() {
    return control;
  }

  /** Where miners get work. */
  public WorkDesk desk() {
    return desk;
  }

  /** Ends after the round that is being mined; a search for a nonce is given up. */
  @Override
  public void close() {
    loop.close();
    search.stop();
    loop.join();
    workers.close();
  }
}
