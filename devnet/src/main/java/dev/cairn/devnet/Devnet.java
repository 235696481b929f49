package dev.cairn.devnet;

import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.DeepStack;
import dev.cairn.devnet.contract.PactContracts;
import dev.cairn.devnet.fault.BadDay;
import dev.cairn.devnet.fault.ControlPort;
import dev.cairn.devnet.fault.FaultRules;
import dev.cairn.devnet.fault.SkewedClock;
import dev.cairn.devnet.genesis.GenesisModules;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.mempool.WaitingRoom;
import dev.cairn.devnet.mining.ChainControl;
import dev.cairn.devnet.mining.Mining;
import dev.cairn.devnet.mining.WorkDesk;
import dev.cairn.devnet.rest.ServedNetwork;
import dev.cairn.devnet.rest.ServiceApi;
import dev.cairn.devnet.spv.ContractProofs;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.KeyValueStore;
import dev.cairn.devnet.store.MemoryStore;
import dev.cairn.devnet.store.RocksStore;
import dev.cairn.devnet.updates.BlockFeed;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running network. It goes on where it was when its directory holds one already. */
public final class Devnet implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Devnet.class);

  private final ChainwebVersion version;
  private final URI uri;
  private final ChainStore store;
  private final Mining mining;
  private final ServiceApi api;
  private final BadDay badDay;
  private final List<ControlPort> controlPorts = new CopyOnWriteArrayList<>();

  private Devnet(
      ChainwebVersion version,
      URI uri,
      ChainStore store,
      Mining mining,
      ServiceApi api,
      BadDay badDay) {
    this.version = version;
    this.uri = uri;
    this.store = store;
    this.mining = mining;
    this.api = api;
    this.badDay = badDay;
  }

  /** Starts a network; when the call returns, it answers. */
  public static Devnet start(DevnetSettings settings, Clock clock) {
    return start(
        settings, clock, store -> new PactContracts(new ContractProofs(store), store.rows()));
  }

  static Devnet start(
      DevnetSettings settings, Clock clock, Function<ChainStore, Contracts> language) {
    return start(settings, clock, language, open(settings));
  }

  static Devnet start(
      DevnetSettings settings,
      Clock clock,
      Function<ChainStore, Contracts> language,
      KeyValueStore entries) {
    long started = System.nanoTime();
    ChainStore store = new ChainStore(entries, settings.stateBlocks());
    try {
      Devnet devnet = start(settings, clock, language.apply(store), store);
      long millis = (System.nanoTime() - started) / 1_000_000;
      LOG.info("Network {} answers at {} after {} ms.", settings.name(), devnet.uri, millis);
      return devnet;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static KeyValueStore open(DevnetSettings settings) {
    return settings.directory().isPresent()
        ? RocksStore.open(settings.directory().get())
        : new MemoryStore();
  }

  private static Devnet start(
      DevnetSettings settings, Clock right, Contracts contracts, ChainStore store) {
    ChainwebVersion version = settings.version();
    SkewedClock clock = new SkewedClock(right);
    FaultRules faults = new FaultRules();
    GenesisModules modules =
        settings.modules().map(GenesisModules::of).orElseGet(GenesisModules::own);
    StateHistory history = inDeepStack(new Recovery(version, store, contracts, modules)::recover);
    BlockFeed feed = new BlockFeed();
    WaitingRoom room = new WaitingRoom();
    List<Mempool> mempools =
        Stream.generate(() -> new Mempool(room)).limit(version.latestGraph().order()).toList();
    Mining mining =
        new Mining(
            version,
            settings.mining(),
            settings.miner(),
            contracts,
            clock,
            history,
            store,
            mempools,
            feed);
    ServedNetwork network =
        new ServedNetwork(
            version,
            clock,
            contracts,
            store,
            history,
            mempools,
            feed,
            mining::wake,
            mining::isHealthy,
            mining.desk(),
            settings.miner(),
            faults);
    ServiceApi api = ServiceApi.open(settings.host(), settings.port(), network);
    mining.start();
    URI uri = URI.create("http://" + settings.host() + ":" + api.port());
    BadDay badDay = new BadDay(version.latestGraph(), faults, clock, mining.control(), mempools);
    return new Devnet(version, uri, store, mining, api, badDay);
  }

  private static <T> T inDeepStack(Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(
              task, command -> DeepStack.thread("devnet-start", command).start())
          .join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** The port that the service API listens on. */
  public int port() {
    return uri.getPort();
  }

  /** Where clients find the service API; paths follow. */
  public URI uri() {
    return uri;
  }

  /** The network as headers see it. */
  public ChainwebVersion version() {
    return version;
  }

  /** What can be done to its chains beside using them. */
  public ChainControl control() {
    return mining.control();
  }

  /** Where miners get work. */
  public WorkDesk desk() {
    return mining.desk();
  }

  /**
   * Opens a port, on this machine only, through which answers, clocks, transactions and chains can
   * be made to go wrong; docs/devnet.md lists how.
   *
   * @param port to listen on; 0 takes a free one
   */
  public URI openFaults(int port) {
    ControlPort opened = ControlPort.open(port, badDay);
    controlPorts.add(opened);
    return opened.uri();
  }

  /** Accounts that are funded on every chain, with keys that everybody knows. */
  public static List<TestAccount> testAccounts() {
    return TestAccount.ALL;
  }

  /** Stops answering, finishes the round that is being mined, and lets the store go. */
  @Override
  public void close() {
    controlPorts.forEach(ControlPort::close);
    api.close();
    mining.close();
    store.close();
  }
}
