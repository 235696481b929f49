package dev.cairn.app.command;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.keys.KeyFiles;
import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.evidence.crypto.SigningKey;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn devnet}: Chainweb networks alone. */
@Command(
    name = "devnet",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a Chainweb network, or several, in one process.",
      "It speaks the service API of a node; docs/devnet.md says what it does and what not. Its"
          + " test",
      "accounts have keys that everybody knows; they are written to DIR/keys."
    })
public final class DevnetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DevnetNetworks networks;

  @Option(
      names = "--data",
      defaultValue = "devnet-data",
      paramLabel = "DIR",
      description = "Where the chains and keys are kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--faults",
      paramLabel = "PORT",
      description =
          "Opens a port, on this machine only, through which tests make bad days:"
              + " reorganisations, held chains, lost transactions, delayed, dropped and wrong"
              + " answers, skewed clocks. 0 takes a free one; a second network takes the next"
              + " (default: none).")
  private @Nullable Integer faults;

  @Override
  public Integer call() throws Exception {
    List<DevnetSettings> settings = networks.settings(data);
    Files.createDirectories(data);
    List<Devnet> running = new CopyOnWriteArrayList<>();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, stopped), "shutdown"));
    writeKeys();
    for (DevnetSettings network : settings) {
      running.add(start(network));
    }
    announce(running);
    stopped.await();
    return 0;
  }

  private void announce(List<Devnet> running) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < running.size(); i++) {
      Devnet devnet = running.get(i);
      if (faults != null) {
        int port = faults == 0 ? 0 : faults + i;
        out.printf(
            "faults of network %s are made at %s%n",
            devnet.version().name(), devnet.openFaults(PortRange.checked(port)));
      }
      out.printf(
          "network %s is ready at %s; keys of funded accounts in %s; stop with Ctrl-C%n",
          devnet.version().name(), devnet.uri(), data.resolve("keys").toAbsolutePath());
    }
    out.flush();
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

  private static void stop(List<Devnet> running, CountDownLatch stopped) {
    running.forEach(Devnet::close);
    stopped.countDown();
  }

  private void writeKeys() {
    for (TestAccount account : Devnet.testAccounts()) {
      Path file = data.resolve("keys").resolve(account.name() + ".jwk");
      byte[] seed = HexFormat.of().parseHex(account.secretKeyHex());
      KeyFiles.readOrMake(file, () -> SigningKey.fromEd25519Seed(seed));
    }
  }
}
