package dev.cairn.devnet;

import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.Write;
import dev.cairn.devnet.genesis.GenesisModules;
import dev.cairn.devnet.genesis.GenesisRound;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.NetworkState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.Progress;
import dev.cairn.devnet.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** Finds out where a network stands: at its genesis, or at the last round that its store holds. */
final class Recovery {

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

  /** Goes on after the last complete round; an empty store gets its genesis first. */
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
    NetworkState present = restore(store.progress().orElseThrow(), genesis.state());
    return new StateHistory(genesis.state(), present);
  }

  // All that headers and contracts depend on: another genesis is another network.
  private String describe(GenesisRound genesis) {
    return "%s, code %d, %s, delay %d us, genesis %s"
        .formatted(
            version.name(),
            version.code(),
            version.latestGraph().name(),
            version.blockDelay().toNanos() / 1_000,
            genesis.state().frontier().headers().get(0).hash());
  }

  private NetworkState restore(Progress progress, NetworkState genesis) {
    List<ChainState> chains = new ArrayList<>();
    for (ChainState first : genesis.chains()) {
      BlockHeader head = store.headerAt(first.head().chainId(), progress.height()).orElseThrow();
      long nextTxId = progress.nextTxIds().get(chains.size());
      chains.add(new ChainState(head, restore(first), nextTxId));
    }
    return new NetworkState(chains);
  }

  private ContractState restore(ChainState genesis) {
    List<Write> rows = new ArrayList<>();
    store.rows(genesis.head().chainId(), row -> rows.add(Write.named(row.name(), row.value())));
    return contracts.restore(genesis.contracts(), rows);
  }
}
