package dev.cairn.devnet;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.PactContracts;
import dev.cairn.devnet.mining.MiningMode;
import dev.cairn.devnet.spv.ContractProofs;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.KeyValueStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A network whose rounds a test mines itself, and whose store it may look into. */
final class TestNetwork implements AutoCloseable {

  /** No round comes by itself; the delay is that of a machine that mines as fast as it can. */
  static final MiningMode BY_HAND = new MiningMode.ByClients(Duration.ofMillis(1));

  private final Devnet devnet;
  private final ChainStore store;

  private TestNetwork(Devnet devnet, ChainStore store) {
    this.devnet = devnet;
    this.store = store;
  }

  static DevnetSettings settings() {
    return DevnetSettings.development().withAddress("127.0.0.1", 0).withMining(BY_HAND);
  }

  /** A network with Pact. */
  static TestNetwork start(DevnetSettings settings, Clock clock) {
    return start(
        settings, clock, store -> new PactContracts(new ContractProofs(store), store.rows()));
  }

  static TestNetwork start(
      DevnetSettings settings, Clock clock, Function<ChainStore, Contracts> language) {
    AtomicReference<ChainStore> store = new AtomicReference<>();
    Devnet devnet = Devnet.start(settings, clock, remembering(language, store));
    return new TestNetwork(devnet, store.get());
  }

  /** A network on a store that the test has made. */
  static TestNetwork start(
      DevnetSettings settings,
      Clock clock,
      Function<ChainStore, Contracts> language,
      KeyValueStore entries) {
    AtomicReference<ChainStore> store = new AtomicReference<>();
    Devnet devnet = Devnet.start(settings, clock, remembering(language, store), entries);
    return new TestNetwork(devnet, store.get());
  }

  private static Function<ChainStore, Contracts> remembering(
      Function<ChainStore, Contracts> language, AtomicReference<ChainStore> store) {
    return opened -> {
      store.set(opened);
      return language.apply(opened);
    };
  }

  Devnet devnet() {
    return devnet;
  }

  PactClient client() {
    return new PactClient(new NodeClient(devnet));
  }

  StoredWeb web() {
    return new StoredWeb(store, devnet.version());
  }

  ChainStore store() {
    return store;
  }

  /** Mines rounds. */
  void mine(int rounds) {
    for (int i = 0; i < rounds; i++) {
      devnet.control().mine();
    }
  }

  long height(int chain) {
    return web().frontier().height(new ChainId(chain)).value();
  }

  @Override
  public void close() {
    devnet.close();
  }
}
