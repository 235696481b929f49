package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.instance.GatewayAlone;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SignatureProviders;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn gateway}: the door alone, until it is told to stop. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description = {
      "Takes events, makes them durable and closes batches; nothing else.",
      "`cairn up` on the same directory anchors what is there later; until then no network is"
          + " needed."
    })
public final class GatewayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SurfaceOptions surface = new SurfaceOptions();

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--chains",
      defaultValue = "" + GatewayAlone.DEFAULT_CHAINS,
      paramLabel = "N",
      description = "Chains of the network that the batches are for (default: ${DEFAULT-VALUE}).")
  private int chains;

  @Option(
      names = "--signatures",
      paramLabel = "NAME",
      description = "Who checks signatures: accp, bouncycastle or jdk (default: the fastest).")
  private @Nullable String signatures;

  @Override
  public Integer call() throws InterruptedException {
    GatewayAlone gateway =
        GatewayAlone.start(
            new GatewayAlone.Settings(
                store.data(), surface.settings(), chains, store.limits(), provider()));
    String ready =
        "cairn gateway is ready at %s; data in %s; stop with Ctrl-C"
            .formatted(gateway.address(), store.data().toAbsolutePath());
    return Signals.serve(gateway, ready, spec.commandLine().getOut());
  }

  private SignatureProvider provider() {
    try {
      return signatures == null ? SignatureProviders.best() : SignatureProviders.byName(signatures);
    } catch (IllegalArgumentException | IllegalStateException unknown) {
      throw Failure.doNot(unknown.getMessage(), unknown);
    }
  }
}
