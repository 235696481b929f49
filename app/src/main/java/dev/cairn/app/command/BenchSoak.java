package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.load.Soak;
import dev.cairn.app.load.Soak.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn bench soak}: a steady load for a long time. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a steady load on a gateway for a long time and looks twelve times at its live heap,"
          + " its",
      "memory, its threads and its open handles. Exit code 2 if one of them is higher in the last",
      "third of the time than in the second one, or if an event was refused. Open tables of the",
      "store are told, too; their number follows what is stored."
    })
public final class BenchSoak implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      paramLabel = "N",
      description = "How long; fractions are taken (default: ${DEFAULT-VALUE}).")
  private double minutes;

  @Option(
      names = "--rate",
      defaultValue = "2000",
      paramLabel = "N",
      description = "Events per second (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "A directory on the disk to be tried (default: the temporary one).")
  private @Nullable Path directory;

  @Override
  public Integer call() throws IOException {
    if (!(minutes > 0) || !(rate > 0)) {
      throw Failure.doNot("--minutes and --rate are above 0.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("    accepted  live heap KB  resident MB  threads  handles  tables");
    try (WorkDirectory work = WorkDirectory.in(directory)) {
      Report report =
          new Soak(work.path(), Duration.ofMillis((long) (minutes * 60_000)), rate)
              .run(look -> print(look, out));
      report.courses().forEach(out::println);
      out.printf("%d events refused%n", report.refused());
      return report.good() ? 0 : Failure.DO_NOT;
    }
  }

  private static void print(Soak.Look look, PrintWriter out) {
    out.printf(
        "%12d  %12d  %11d  %7d  %7d  %6d%n",
        look.accepted(),
        look.liveHeapKilobytes(),
        look.residentMegabytes(),
        look.threads(),
        look.handles(),
        look.tables());
    out.flush();
  }
}
