package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.mining.MiningMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which networks {@code cairn devnet} runs, and how they mine. */
final class DevnetNetworks {
  private static final Map<String, ChainGraph> GRAPHS =
      Map.of(
          "singleton", ChainGraph.SINGLETON,
          "pair", ChainGraph.PAIR,
          "triangle", ChainGraph.TRIANGLE,
          "petersen", ChainGraph.PETERSEN,
          "twenty", ChainGraph.TWENTY);

  /** What blocks aim for where nobody says it. */
  private static final Duration DEFAULT_DELAY = Duration.ofSeconds(2);

  @Option(
      names = "--host",
      defaultValue = DevnetSettings.DEFAULT_HOST,
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "" + DevnetSettings.DEFAULT_PORT,
      description =
          "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}). A second network"
              + " takes the next port, and so on.")
  private int port;

  @Option(
      names = "--network",
      defaultValue = "development",
      paramLabel = "NAME[:CODE[:GRAPH]]",
      description =
          "The network's name, the code that headers carry, its graph (default: ${DEFAULT-VALUE}). "
              + "Given again, runs one more network.")
  private List<String> names = List.of();

  @Option(
      names = "--version-code",
      defaultValue = "2",
      paramLabel = "N",
      description = "The code of networks that do not say it (default: ${DEFAULT-VALUE}).")
  private int versionCode;

  @Option(
      names = "--graph",
      defaultValue = "twenty",
      description =
          "singleton, pair, triangle, petersen or twenty, for networks that do not say it "
              + "(default: ${DEFAULT-VALUE}).")
  private String graph;

  @Option(
      names = "--mining",
      defaultValue = "demand",
      paramLabel = "MODE",
      description =
          "demand: when a transaction waits, and every 30 s; periodic: every --block-time; "
              + "continuous: one round after the other; clients: by the mining API alone "
              + "(default: ${DEFAULT-VALUE}, or periodic where there is a --block-time).")
  private String mining;

  @Option(
      names = "--block-time",
      paramLabel = "MS",
      description = "Time between blocks that periodic mining keeps and difficulty aims for.")
  private @Nullable Integer blockTimeMillis;

  @Option(
      names = "--proof-of-work",
      description = "Headers must meet their target; it follows the rate of blocks.")
  private boolean proofOfWork;

  @Option(
      names = "--modules",
      paramLabel = "DIR",
      description =
          "Pact modules for the first block: fungible-v1, fungible-xchain-v1, fungible-v2, coin,"
              + " gas-payer-v1 and ns, each a file NAME.pact with its create-table calls, stand in"
              + " for ours; other *.pact files are loaded after them (default: ours).")
  private @Nullable Path modules;

  /** The networks; the chains of each are kept in a directory of its own below the given one. */
  List<DevnetSettings> settings(Path data) {
    List<DevnetSettings> found = new ArrayList<>();
    for (String text : names) {
      Path chains =
          found.isEmpty()
              ? data.resolve("chains")
              : data.resolve(text.split(":", 2)[0]).resolve("chains");
      int ownPort = port == 0 ? 0 : port + found.size();
      found.add(settings(text).withAddress(host, PortRange.checked(ownPort)).withDirectory(chains));
    }
    requireDistinct(found);
    return found;
  }

  private static void requireDistinct(List<DevnetSettings> networks) {
    if (networks.stream().map(DevnetSettings::name).distinct().count() < networks.size()) {
      throw Failure.doNot("--network: each network has a name of its own.");
    }
  }

  private DevnetSettings settings(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length > 3) {
      throw Failure.doNot("--network is NAME[:CODE[:GRAPH]], not " + text + ".");
    }
    try {
      DevnetSettings settings =
          DevnetSettings.development()
              .withNetwork(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : versionCode)
              .withGraph(chainGraph(parts.length > 2 ? parts[2] : graph))
              .withMining(mode());
      DevnetSettings worked =
          proofOfWork ? settings.withProofOfWork(DevnetSettings.EASY_WORK) : settings;
      return modules == null ? worked : worked.withModules(modules);
    } catch (NumberFormatException noCode) {
      throw Failure.doNot("--network: the code of " + parts[0] + " is no number.");
    } catch (IllegalArgumentException impossible) {
      throw Failure.doNot("--network: " + impossible.getMessage());
    }
  }

  private MiningMode mode() {
    boolean periodic = mining.equals("periodic") || (mining.equals("demand") && hasBlockTime());
    if (periodic) {
      return new MiningMode.Periodic(delay());
    }
    return switch (mining) {
      case "demand" -> MiningMode.OnDemand.DEFAULT;
      case "continuous" -> new MiningMode.Continuous(delay());
      case "clients" -> new MiningMode.ByClients(delay());
      default ->
          throw Failure.doNot(
              "--mining: unknown mode " + mining + "; demand, periodic, continuous or clients.");
    };
  }

  private boolean hasBlockTime() {
    return blockTimeMillis != null;
  }

  private Duration delay() {
    return blockTimeMillis == null ? DEFAULT_DELAY : Duration.ofMillis(blockTimeMillis);
  }

  private static ChainGraph chainGraph(String name) {
    ChainGraph known = GRAPHS.get(name.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw Failure.doNot("--graph: unknown graph " + name + "; one of " + GRAPHS.keySet());
    }
    return known;
  }
}
