package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.fault.FaultRules;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.mining.WorkDesk;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.transaction.MinerAccount;
import dev.cairn.devnet.updates.BlockFeed;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The parts of a network that its service API shows.
 *
 * @param mempools by chain number
 * @param wakeMiner called when transactions have come
 * @param healthy whether blocks are still being made
 * @param desk where miners get work
 * @param miner the account that may mine
 * @param faults what goes wrong with answers
 */
public record ServedNetwork(
    ChainwebVersion version,
    Clock clock,
    Contracts contracts,
    ChainStore store,
    StateHistory history,
    List<Mempool> mempools,
    BlockFeed feed,
    Runnable wakeMiner,
    BooleanSupplier healthy,
    WorkDesk desk,
    MinerAccount miner,
    FaultRules faults) {

  public ServedNetwork {
    mempools = List.copyOf(mempools);
  }
}
