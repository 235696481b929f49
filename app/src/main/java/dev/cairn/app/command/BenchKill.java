package dev.cairn.app.command;

import dev.cairn.app.demo.ProgressLine;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.load.KillDrill.Report;
import dev.cairn.app.load.KillDrills;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn bench kill}: the drill that an acknowledgment is worth what it says. */
@Command(
    name = "kill",
    mixinStandardHelpOptions = true,
    description = {
      "Kills a gateway under load with SIGKILL, again and again on the same directory, then looks",
      "whether every acknowledged event is there, once, in the batch that was promised."
    })
public final class BenchKill implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--times",
      defaultValue = "1000",
      paramLabel = "N",
      description = "How often (default: ${DEFAULT-VALUE}).")
  private int times;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      description =
          "Gateways that are killed beside each other, each on a directory of its own (default: one"
              + " for each processor).")
  private @Nullable Integer lanes;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "A directory on the disk to be tried (default: the temporary one).")
  private @Nullable Path directory;

  @Override
  public Integer call() throws IOException {
    if (times < 1) {
      throw Failure.doNot("--times is at least 1, not " + times + ".");
    }
    int beside = lanes == null ? Runtime.getRuntime().availableProcessors() : lanes;
    if (beside < 1) {
      throw Failure.doNot("--lanes is at least 1, not " + beside + ".");
    }
    ProgressLine progress = new ProgressLine(System.err, Ansi.AUTO.enabled());
    try (WorkDirectory work = WorkDirectory.in(directory)) {
      Report report =
          new KillDrills(work.path(), times, beside, new Random())
              .run(kill -> progress.show("killed", kill, times));
      print(report, spec.commandLine().getOut());
      return report.good() ? 0 : Failure.DO_NOT;
    }
  }

  private static void print(Report report, PrintWriter out) {
    out.printf(
        "%d kills; %d events acknowledged, %d of them again after a kill; %d on disk that nobody"
            + " was told of; %d batches%n",
        report.kills(),
        report.acknowledged(),
        report.repeated(),
        report.unanswered(),
        report.batches());
    if (report.good()) {
      out.println("None is missing, none is doubled, no batch has two roots.");
    } else {
      out.println("It does not hold, or nothing was acknowledged:");
      report.faults().forEach(out::println);
    }
  }
}
