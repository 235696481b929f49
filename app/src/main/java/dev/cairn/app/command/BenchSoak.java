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
      "Puts a steady load on a gateway for a long time and looks at its memory, threads and open",
      "files twelve times. Exit code 2 if they grow after the first third."
    })
public final class BenchSoak implements Callable<Integer> {

  /** Of the resident memory: what the collector may happen to have committed in between. */
  static final int MEMORY_SLACK_MEGABYTES = 64;

  /** Of threads and files: a table file or two, a connection that is being closed. */
  static final int SLACK = 24;

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
    out.println("    accepted   resident MB   threads   open files");
    try (WorkDirectory work = WorkDirectory.in(directory)) {
      Report report =
          new Soak(work.path(), Duration.ofMillis((long) (minutes * 60_000)), rate)
              .run(look -> print(look, out));
      out.printf(
          "growth after the first third: %d MB, %d threads, %d files; %d events refused%n",
          report.residentGrowthMegabytes(),
          report.threadGrowth(),
          report.openFileGrowth(),
          report.refused());
      return flat(report) ? 0 : Failure.DO_NOT;
    }
  }

  private static void print(Soak.Look look, PrintWriter out) {
    out.printf(
        "%12d  %12d  %8d  %11d%n",
        look.accepted(), look.residentMegabytes(), look.threads(), look.openFiles());
    out.flush();
  }

  private static boolean flat(Report report) {
    return report.refused() == 0
        && report.residentGrowthMegabytes() <= MEMORY_SLACK_MEGABYTES
        && report.threadGrowth() <= SLACK
        && report.openFileGrowth() <= SLACK;
  }
}
