package dev.cairn.app.command;

import dev.cairn.app.demo.ProgressLine;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.load.DedupTable;
import dev.cairn.app.load.DedupTable.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn bench dedup}: what it costs to recognise an event that was posted before. */
@Command(
    name = "dedup",
    mixinStandardHelpOptions = true,
    description = {
      "Fills a gateway's table of idempotency keys and prints what it takes of memory and disk,"
          + " and",
      "what a look-up costs."
    })
public final class BenchDedup implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--keys",
      defaultValue = "10000000",
      paramLabel = "N",
      description = "How many distinct keys (default: ${DEFAULT-VALUE}).")
  private int keys;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "A directory on the disk to be used (default: the temporary one).")
  private @Nullable Path directory;

  @Override
  public Integer call() throws IOException {
    if (keys < 1) {
      throw Failure.doNot("--keys is at least 1, not " + keys + ".");
    }
    ProgressLine progress = new ProgressLine(System.err, Ansi.AUTO.enabled());
    try (WorkDirectory work = WorkDirectory.in(directory)) {
      Report report =
          new DedupTable(work.path(), keys)
              .run(filled -> progress.show("keys", (int) filled, keys));
      spec.commandLine()
          .getOut()
          .printf(
              "%d keys, %.2f microseconds each to fill; look-ups in processor time%n"
                  + "  memory of the whole process grew by   %d MB%n"
                  + "  on disk                               %d MB%n"
                  + "  look-up of a key that is not there    %.2f microseconds%n"
                  + "  look-up of any key that is there      %.2f microseconds%n"
                  + "  look-up of one of the last 200,000    %.2f microseconds%n",
              report.keys(),
              report.fillMicrosPerKey(),
              report.residentMegabytes(),
              report.diskMegabytes(),
              report.absentMicros(),
              report.presentMicros(),
              report.recentMicros());
      return 0;
    }
  }
}
