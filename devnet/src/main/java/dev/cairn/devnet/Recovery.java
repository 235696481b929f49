package dev.cairn.devnet;

import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.genesis.GenesisModules;
import dev.cairn.devnet.genesis.GenesisRound;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.NetworkState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.KeptState;
import dev.cairn.devnet.store.StoreException;

/** Finds out where a network stands: at its genesis, or at the last blocks that its store holds. */
final class Recovery {

  /** How the store is laid out; one of another layout is another network's. */
  private static final int LAYOUT = 2;

  private final ChainwebVersion version;
  private final ChainStore store;
  private final Contracts contracts;
  private final GenesisModules modules;

  Recovery(ChainwebVersion version, ChainStore store, Contracts contracts, GenesisModules modules) {
    this.version = version;
    this.store = store;
    this.contracts = contracts;
    this.modules = modules;
  }

  /** Goes on after the newest blocks; an empty store gets its genesis first. */
  StateHistory recover() {
    GenesisRound genesis = GenesisRound.make(version, contracts, modules);
    String network = describe(genesis);
    if (store.network().isEmpty()) {
      store.found(network, genesis.blocks());
    }
    String kept = store.network().orElseThrow();
    if (!kept.equals(network)) {
      throw new StoreException(
          "The directory holds another network (%s), not this one (%s).".formatted(kept, network));
    }
    NetworkState present = new NetworkState(store.heads().stream().map(this::restore).toList());
    return new StateHistory(store, contracts, genesis.state(), present);
  }

  // All that headers and contracts depend on: another genesis is another network.
  private String describe(GenesisRound genesis) {
    return "%s, code %d, %s, delay %d us, proof of work %s, layout %d, genesis %s"
        .formatted(
            version.name(),
            version.code(),
            version.latestGraph().name(),
            version.blockDelay().toNanos() / 1_000,
            version.proofOfWork() ? "on" : "off",
            LAYOUT,
            genesis.state().frontier().headers().get(0).hash());
  }

  private ChainState restore(BlockHeader head) {
    KeptState kept = store.state(head.chainId(), head.hash()).orElseThrow();
    return new ChainState(
        head, contracts.at(head.chainId(), kept.lineage()), kept.nextTxId(), kept.lineage());
  }
}
