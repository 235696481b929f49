package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.instance.GatewayAlone;
import dev.cairn.app.instance.InstanceSettings.Limits;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.gateway.batch.BatchLimits;
import java.nio.file.Path;
import java.time.Duration;
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

  @Option(
      names = "--data",
      defaultValue = "cairn-data",
      paramLabel = "DIR",
      description = "Where everything that must last is kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--chains",
      defaultValue = "" + GatewayAlone.DEFAULT_CHAINS,
      paramLabel = "N",
      description = "Chains of the network that the batches are for (default: ${DEFAULT-VALUE}).")
  private int chains;

  @Option(
      names = "--batch-events",
      defaultValue = "" + BatchLimits.MAX_EVENTS,
      paramLabel = "N",
      description = "A batch closes with so many events (default: ${DEFAULT-VALUE}).")
  private int batchEvents;

  @Option(
      names = "--batch-age",
      paramLabel = "MS",
      description = "A batch closes when its first event is so old (default: one second).")
  private @Nullable Integer batchAgeMillis;

  @Option(
      names = "--signatures",
      paramLabel = "NAME",
      description = "Who checks signatures: accp, bouncycastle or jdk (default: the fastest).")
  private @Nullable String signatures;

  @Override
  public Integer call() throws InterruptedException {
    GatewayAlone gateway = GatewayAlone.start(settings());
    Signals.endOrderly(gateway::close);
    spec.commandLine()
        .getOut()
        .printf(
            "cairn gateway is ready at %s; data in %s; stop with Ctrl-C%n",
            gateway.address(), data.toAbsolutePath());
    gateway.awaitClosed();
    return 0;
  }

  private GatewayAlone.Settings settings() {
    Duration age = batchAgeMillis == null ? BatchLimits.MAX_AGE : Duration.ofMillis(batchAgeMillis);
    return new GatewayAlone.Settings(
        data, surface.settings(), chains, new Limits(batchEvents, age), provider());
  }

  private SignatureProvider provider() {
    try {
      return signatures == null ? SignatureProviders.best() : SignatureProviders.byName(signatures);
    } catch (IllegalArgumentException | IllegalStateException unknown) {
      throw Failure.doNot(unknown.getMessage(), unknown);
    }
  }
}
