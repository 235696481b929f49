package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.instance.Instance;
import dev.cairn.app.instance.InstanceSettings;
import dev.cairn.app.instance.InstanceSettings.Elsewhere;
import dev.cairn.app.instance.InstanceSettings.Embedded;
import dev.cairn.app.instance.InstanceSettings.Network;
import dev.cairn.app.ntm.ChainRoom;
import dev.cairn.app.ntm.ChainRoomSettings;
import dev.cairn.virtualchain.executor.NodeException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn up}: everything in one process, until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs gateway, ingestor and proof service in one process on one port.",
      "It anchors on a network of its own, or with --nodes on one that runs elsewhere. Start it"
          + " again",
      "on the same directory after any kind of stop: nothing that was acknowledged is lost."
    })
public final class Up implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SurfaceOptions surface = new SurfaceOptions();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--confirmations",
      defaultValue = "" + Elsewhere.DEFAULT_CONFIRMATIONS,
      paramLabel = "N",
      description =
          "With --nodes: blocks above an anchor that make it final (default: ${DEFAULT-VALUE}).")
  private int confirmations;

  @Option(
      names = "--no-proof-of-work",
      description = "With --nodes: the network's headers carry no work, as on a test network.")
  private boolean noProofOfWork;

  @Mixin private NtmRoomOptions ntm = new NtmRoomOptions();

  @Override
  public Integer call() throws InterruptedException {
    Optional<ChainRoomSettings> chain = ntm.settings();
    InstanceSettings settings =
        new InstanceSettings(store.data(), surface.settings(), network(), store.limits());
    Instance instance = start(settings);
    chain.ifPresent(room -> openChain(room, instance));
    String ready =
        "cairn is ready at %s; network %s, %d chains; data in %s; stop with Ctrl-C"
            .formatted(
                instance.address(),
                instance.network(),
                instance.chains(),
                store.data().toAbsolutePath());
    return Signals.serve(instance, ready, spec.commandLine().getOut());
  }

  /** Told before the instance says that it is ready. */
  private void openChain(ChainRoomSettings settings, Instance instance) {
    try {
      ChainRoom room = instance.join(settings);
      PrintWriter out = spec.commandLine().getOut();
      out.printf("NTM-IA chain is served at %s%n", room.address());
      room.signer().ifPresent(device -> out.printf("its heads are signed by %s%n", device));
    } catch (RuntimeException failed) {
      instance.close();
      throw failed;
    }
  }

  private static Instance start(InstanceSettings settings) {
    try {
      return Instance.start(settings);
    } catch (NodeException unreachable) {
      throw Failure.tryAgain(
          "The network does not answer: " + unreachable.getMessage(), unreachable);
    } catch (IllegalStateException notReady) {
      throw Failure.doNot(notReady.getMessage(), notReady);
    }
  }

  private Network network() {
    if (!network.given()) {
      return new Embedded();
    }
    return new Elsewhere(
        network.nodeSettings(),
        network.contract(),
        network.sender(),
        network.submitter(),
        network.senderKey(),
        confirmations,
        !noProofOfWork);
  }
}
