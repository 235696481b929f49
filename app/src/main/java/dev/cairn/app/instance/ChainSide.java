package dev.cairn.app.instance;

import dev.cairn.app.chain.AnchorContract;
import dev.cairn.app.chain.ChainKey;
import dev.cairn.app.instance.InstanceSettings.Elsewhere;
import dev.cairn.app.instance.InstanceSettings.Embedded;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.virtualchain.coordinator.ChainReport;
import dev.cairn.virtualchain.coordinator.Payer;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.HttpChainwebNodes;
import dev.cairn.virtualchain.executor.NodeSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The network that an instance anchors on, whoever runs it, and the account that pays there. Rooms
 * see the nodes' addresses only: an embedded network is reached like any other.
 */
final class ChainSide implements AutoCloseable {
  private final Optional<Devnet> devnet;
  private final OkHttpClient http;
  private final ChainwebNodes nodes;
  private final Elsewhere network;

  private ChainSide(
      Optional<Devnet> devnet, OkHttpClient http, ChainwebNodes nodes, Elsewhere network) {
    this.devnet = devnet;
    this.http = http;
    this.nodes = nodes;
    this.network = network;
  }

  /** Reaches the network; an embedded one is started first and given the contract. */
  static ChainSide open(InstanceSettings settings, Clock clock) {
    if (settings.network() instanceof Elsewhere elsewhere) {
      return reach(Optional.empty(), elsewhere);
    }
    Devnet devnet = startEmbedded(settings.data().resolve("devnet"), clock);
    ChainSide side = reach(Optional.of(devnet), embedded(devnet));
    try {
      side.deploy(clock);
      return side;
    } catch (RuntimeException failed) {
      side.close();
      throw failed;
    }
  }

  private static ChainSide reach(Optional<Devnet> devnet, Elsewhere network) {
    OkHttpClient http = new OkHttpClient();
    return new ChainSide(devnet, http, HttpChainwebNodes.open(network.nodes(), http), network);
  }

  private static Devnet startEmbedded(Path directory, Clock clock) {
    return Devnet.start(
        DevnetSettings.development()
            .withAddress(DevnetSettings.DEFAULT_HOST, 0)
            .withDirectory(directory),
        clock);
  }

  /** The embedded network as if it ran elsewhere; its first test account pays. */
  private static Elsewhere embedded(Devnet devnet) {
    TestAccount account = Devnet.testAccounts().get(0);
    byte[] seed = HexFormat.of().parseHex(account.secretKeyHex());
    return new Elsewhere(
        NodeSettings.of(List.of(HttpUrl.get(devnet.uri().toString())), devnet.version().name()),
        new AnchorContract(AnchorContract.DEFAULT_NAMESPACE),
        account.name(),
        account.name(),
        new ChainKey(SigningKey.fromEd25519Seed(seed)),
        Embedded.CONFIRMATIONS,
        false);
  }

  private void deploy(Clock clock) {
    Payer payer = Payer.of(network.account(), network.key());
    require(network.contract().deploy(nodes, payer, clock, report -> {}));
    require(network.contract().admit(network.submitter(), nodes, payer, clock, report -> {}));
  }

  private static void require(List<ChainReport> reports) {
    for (ChainReport report : reports) {
      if (!report.isGood()) {
        throw new IllegalStateException(
            "The anchor contract is not on chain " + report.chain() + ": " + report.detail());
      }
    }
  }

  ChainwebNodes nodes() {
    return nodes;
  }

  /** What is known of the network, embedded or not. */
  Elsewhere network() {
    return network;
  }

  /** The version code that this network's headers carry, read off one of them. */
  int versionCode() {
    ChainHead head = nodes.heads().get(new ChainId(0));
    BlockHeader header = nodes.header(head.chain(), head.hash());
    return header.versionCode();
  }

  /** Without this a network that carries no work would take batches that can never be proved. */
  void requireProofOfWork() {
    for (ChainHead head : nodes.heads().values()) {
      if (head.height().value() > 0 && !nodes.header(head.chain(), head.hash()).meetsTarget()) {
        throw new IllegalStateException(
            "The headers of network "
                + nodes.network()
                + " carry no proof of work; if it is a test network, say --no-proof-of-work.");
      }
    }
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    devnet.ifPresent(Devnet::close);
  }
}
