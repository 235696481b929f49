package dev.cairn.app.command;

import dev.cairn.app.demo.Demo;
import dev.cairn.app.demo.DemoReport;
import dev.cairn.app.demo.ProgressLine;
import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.instance.Instance;
import dev.cairn.app.instance.InstanceSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn demo}: the whole way, once, on real data. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a week of real earthquakes through Cairn, start to end.",
      "They are signed by seismic networks, posted over HTTP, anchored, proved, and verified offline",
      "after the services have stopped. Then one byte is changed, and the report names the step that",
      "fails."
    })
public final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--events",
      defaultValue = "1707",
      paramLabel = "N",
      description = "How many earthquakes to send at most (default: all ${DEFAULT-VALUE}).")
  private int events;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Keep the evidence files and the trust file there (default: a new directory).")
  private @Nullable Path keep;

  @Option(
      names = "--at",
      paramLabel = "URL",
      description = "Use the instance that runs there, and leave it running.")
  private @Nullable URI at;

  @Option(names = "--json", description = "Print the result as one JSON object on the last line.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (events < 1) {
      throw Failure.doNot("--events is at least 1, not " + events + ".");
    }
    ProgressLine progress = new ProgressLine(System.err, Ansi.AUTO.enabled());
    Path directory = Files.createDirectories(keep == null ? temporary() : keep);
    DemoReport report = at == null ? embedded(progress, directory) : running(progress, directory);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.toJson());
    } else {
      out.println(report.toTable());
      out.println("  evidence files are in     " + directory);
    }
    return report.good() ? 0 : Failure.DO_NOT;
  }

  private DemoReport embedded(ProgressLine progress, Path directory) throws IOException {
    long start = System.nanoTime();
    Path data = temporary();
    Instance instance = Instance.start(InstanceSettings.embedded(data, 0));
    try {
      progress.say(
          "gateway, ingestor, proofs and a network of %d chains are up after %.1f s at %s"
              .formatted(instance.chains(), (System.nanoTime() - start) / 1e9, instance.address()));
      return new Demo(progress, events, directory)
          .run(instance.address(), () -> stop(instance, progress));
    } finally {
      instance.close();
      delete(data);
    }
  }

  private static void stop(Instance instance, ProgressLine progress) {
    instance.close();
    progress.say("services stopped; from here on there is no network");
  }

  private DemoReport running(ProgressLine progress, Path directory) {
    try {
      return new Demo(progress, events, directory)
          .run(at, () -> progress.say("everything is fetched; from here on no network is used"));
    } catch (IOException failed) {
      throw Failure.tryAgain(
          "The demo at " + at + " stopped: " + Explanation.of(failed) + ".", failed);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path temporary() throws IOException {
    return Files.createTempDirectory("cairn-demo-");
  }
}
