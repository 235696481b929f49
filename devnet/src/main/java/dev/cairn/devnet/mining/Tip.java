package dev.cairn.devnet.mining;

import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.NetworkState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.KeyValueStore.Durability;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.MinedBlock;
import dev.cairn.devnet.updates.BlockFeed;
import java.util.ArrayList;
import java.util.List;

/** Where blocks are put once they are made: stored, published, announced. One thread at a time. */
final class Tip {

  private final ChainStore store;
  private final Contracts contracts;
  private final StateHistory history;
  private final List<Mempool> mempools;
  private final BlockFeed feed;

  /**
   * The end of all chains.
   *
   * @param mempools by chain number
   */
  Tip(
      ChainStore store,
      Contracts contracts,
      StateHistory history,
      List<Mempool> mempools,
      BlockFeed feed) {
    this.store = store;
    this.contracts = contracts;
    this.history = history;
    this.mempools = List.copyOf(mempools);
    this.feed = feed;
  }

  /** Puts blocks on top of their chains; tells whether they hold transactions. */
  boolean extend(List<Made> made) {
    if (made.isEmpty()) {
      return false;
    }
    List<MinedBlock> blocks = made.stream().map(Made::block).toList();
    boolean withTransactions = blocks.stream().anyMatch(mined -> !mined.requestKeys().isEmpty());
    List<Lineage> lineages =
        store.extend(blocks, withTransactions ? Durability.MACHINE : Durability.PROCESS);
    // A crash here loses nothing: the blocks are kept, clients learn of them after the restart.
    history.publish(history.newest().with(states(made, lineages)));
    for (MinedBlock mined : blocks) {
      mempools.get(mined.chain().value()).remove(mined.requestKeys());
    }
    feed.announce(blocks.stream().map(MinedBlock::block).toList());
    return withTransactions;
  }

  /** Keeps blocks beside the winning branches; gives the states behind them. */
  List<ChainState> keep(List<Made> made) {
    return states(made, store.keep(made.stream().map(Made::block).toList()));
  }

  private List<ChainState> states(List<Made> made, List<Lineage> lineages) {
    List<ChainState> states = new ArrayList<>();
    for (Made each : made) {
      MinedBlock mined = each.block();
      Lineage lineage = lineages.get(states.size());
      states.add(
          new ChainState(
              each.header(),
              contracts.stored(each.after(), mined.rows(), mined.chain(), lineage),
              mined.nextTxId(),
              lineage));
    }
    return states;
  }

  /** Makes another branch the winning one, and tells of its blocks height by height. */
  void change(Reorganisation change, NetworkState branch) {
    store.adopt(change.switches());
    // A crash here forgets the transactions that come back, as it forgets all that wait.
    history.publish(branch);
    change.rounds().forEach(feed::announce);
  }

  /** Lets the transactions of an orphaned block wait again. */
  void giveBack(Block orphan) {
    mempools.get(orphan.chain().value()).insert(Returned.from(orphan, contracts));
  }
}
