package dev.cairn.app.command;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.keys.KeyFiles;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.devnet.mining.MiningMode;
import dev.cairn.evidence.crypto.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn devnet}: a Chainweb network alone. */
@Command(
    name = "devnet",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a Chainweb network in one process.",
      "It speaks the service API of a node. Its test accounts have keys that everybody knows; they",
      "are written to DIR/keys."
    })
public final class DevnetCommand implements Callable<Integer> {
  private static final Map<String, ChainGraph> GRAPHS =
      Map.of(
          "singleton", ChainGraph.SINGLETON,
          "pair", ChainGraph.PAIR,
          "triangle", ChainGraph.TRIANGLE,
          "petersen", ChainGraph.PETERSEN,
          "twenty", ChainGraph.TWENTY);

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      defaultValue = "devnet-data",
      paramLabel = "DIR",
      description = "Where the chains and keys are kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--host",
      defaultValue = DevnetSettings.DEFAULT_HOST,
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "" + DevnetSettings.DEFAULT_PORT,
      description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--network",
      defaultValue = "development",
      paramLabel = "NAME",
      description = "The network's name (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--version-code",
      defaultValue = "2",
      paramLabel = "N",
      description = "The code that headers carry (default: ${DEFAULT-VALUE}).")
  private int versionCode;

  @Option(
      names = "--graph",
      defaultValue = "twenty",
      description = "singleton, pair, triangle, petersen or twenty (default: ${DEFAULT-VALUE}).")
  private String graph;

  @Option(
      names = "--block-time",
      paramLabel = "MS",
      description = "Mine a round so often, as a real network (default: when a transaction waits).")
  private @Nullable Integer blockTimeMillis;

  @Option(
      names = "--modules",
      paramLabel = "DIR",
      description = {
        "Pact modules for the first block: fungible-v1, fungible-xchain-v1, fungible-v2, coin,",
        "gas-payer-v1 and ns, each a file NAME.pact with its create-table calls, stand in for"
            + " ours;",
        "other *.pact files are loaded after them (default: ours)."
      })
  private @Nullable Path modules;

  @Override
  public Integer call() throws Exception {
    DevnetSettings settings = settings();
    Files.createDirectories(data);
    Devnet devnet = start(settings);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(devnet, stopped), "shutdown"));
    writeKeys();
    spec.commandLine()
        .getOut()
        .printf(
            "network %s is ready at %s; keys of funded accounts in %s; stop with Ctrl-C%n",
            name, devnet.uri(), data.resolve("keys").toAbsolutePath());
    stopped.await();
    return 0;
  }

  private static Devnet start(DevnetSettings settings) {
    try {
      return Devnet.start(settings, Clock.systemUTC());
    } catch (IllegalStateException notStarted) {
      String cause =
          notStarted.getCause() == null ? "" : " (" + Explanation.of(notStarted.getCause()) + ")";
      throw Failure.doNot(notStarted.getMessage() + cause, notStarted);
    }
  }

  private static void stop(Devnet devnet, CountDownLatch stopped) {
    devnet.close();
    stopped.countDown();
  }

  private DevnetSettings settings() {
    DevnetSettings settings =
        DevnetSettings.development()
            .withNetwork(name, versionCode)
            .withGraph(chainGraph())
            .withAddress(host, PortRange.checked(port))
            .withDirectory(data.resolve("chains"));
    if (modules != null) {
      settings = settings.withModules(modules);
    }
    return blockTimeMillis == null
        ? settings
        : settings.withMining(new MiningMode.Periodic(Duration.ofMillis(blockTimeMillis)));
  }

  private ChainGraph chainGraph() {
    ChainGraph known = GRAPHS.get(graph.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw Failure.doNot("--graph: unknown graph " + graph + "; one of " + GRAPHS.keySet());
    }
    return known;
  }

  private void writeKeys() {
    for (TestAccount account : Devnet.testAccounts()) {
      Path file = data.resolve("keys").resolve(account.name() + ".jwk");
      byte[] seed = HexFormat.of().parseHex(account.secretKeyHex());
      KeyFiles.readOrMake(file, () -> SigningKey.fromEd25519Seed(seed));
    }
  }
}
