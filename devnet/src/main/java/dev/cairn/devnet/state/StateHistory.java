package dev.cairn.devnet.state;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.KeptState;
import java.util.Optional;

/** The present state, and the way back to the states of recent blocks. Safe for many threads. */
public final class StateHistory {

  private final ChainStore store;
  private final Contracts contracts;
  private final NetworkState genesis;
  private volatile Published present;

  // Both change together.
  private record Published(NetworkState state, Frontier frontier) {
    Published(NetworkState state) {
      this(state, state.frontier());
    }
  }

  /** Starts at the state of the newest blocks. */
  public StateHistory(
      ChainStore store, Contracts contracts, NetworkState genesis, NetworkState present) {
    this.store = store;
    this.contracts = contracts;
    this.genesis = genesis;
    this.present = new Published(present);
  }

  public NetworkState newest() {
    return present.state();
  }

  /** The newest blocks. */
  public Frontier frontier() {
    return present.frontier();
  }

  /** How far back {@link #back} leads. */
  public int keptBlocks() {
    return store.stateBlocks();
  }

  /**
   * The state of a chain some blocks ago, if it is still kept; 0 is the present, and more blocks
   * than there are lead to genesis.
   */
  public Optional<ChainState> back(ChainId chain, long blocks) {
    ChainState newest = newest().of(chain);
    if (blocks == 0) {
      return Optional.of(newest);
    }
    long height = newest.head().height().value() - blocks;
    if (height <= 0) {
      return at(genesis.of(chain).head());
    }
    return blocks > keptBlocks()
        ? Optional.empty()
        : store.headerAt(chain, new BlockHeight(height)).flatMap(this::at);
  }

  /** The state of a kept block on whatever branch, if it is recent enough or genesis. */
  public Optional<ChainState> at(BlockHeader block) {
    ChainState first = genesis.of(block.chainId());
    return store
        .state(block.chainId(), block.hash())
        .map(kept -> state(block, kept))
        .or(() -> Optional.of(first).filter(state -> state.head().equals(block)));
  }

  private ChainState state(BlockHeader block, KeptState kept) {
    return new ChainState(
        block, contracts.at(block.chainId(), kept.lineage()), kept.nextTxId(), kept.lineage());
  }

  /** Makes a state the present one. */
  public void publish(NetworkState state) {
    present = new Published(state);
  }
}
