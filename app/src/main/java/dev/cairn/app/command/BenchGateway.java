package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.load.GatewayLoad;
import dev.cairn.app.load.LoadReport;
import dev.cairn.app.load.LoadSettings;
import dev.cairn.evidence.crypto.SignatureProviders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn bench gateway}: load on a gateway of its own. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a gateway in a process of its own and posts signed events to it, at full speed or at"
          + " a",
      "fixed rate. Prints latencies, and events per second of the gateway's processor time beside",
      "what a signature check alone costs in the same minute."
    })
public final class BenchGateway implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--events",
      defaultValue = "100",
      paramLabel = "N",
      description = "Events per request (default: ${DEFAULT-VALUE}).")
  private int events;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "With one request under way each (default: 256, 8 from 100 events a request).")
  private @Nullable Integer connections;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Open loop with N events per second (default: a closed loop at full speed).")
  private @Nullable Double rate;

  @Option(
      names = "--seconds",
      defaultValue = "15",
      paramLabel = "N",
      description = "Length of the measurement, after a warm-up (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--signatures",
      paramLabel = "NAME",
      description = "Who checks signatures: accp, bouncycastle or jdk (default: the fastest).")
  private @Nullable String signatures;

  @Option(
      names = "--java",
      defaultValue = "",
      paramLabel = "OPTIONS",
      description = "Options of the gateway's Java, instead of the usual ones.")
  private String javaOptions;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "A directory on the disk to be measured (default: the temporary one).")
  private @Nullable Path directory;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try (WorkDirectory work = WorkDirectory.in(directory)) {
      LoadReport report = new GatewayLoad(settings(work.path())).run();
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? report.toJson() : report.toTable());
      return 0;
    }
  }

  private LoadSettings settings(Path path) {
    try {
      return new LoadSettings(
          path,
          events,
          connections != null ? connections : events < 100 ? 256 : 8,
          rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
          Duration.ofSeconds(seconds),
          signatures == null ? SignatureProviders.best() : SignatureProviders.byName(signatures),
          javaOptions.isBlank() ? List.of() : Arrays.asList(javaOptions.split(" ")));
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw Failure.doNot(wrong.getMessage(), wrong);
    }
  }
}
