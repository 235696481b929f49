package dev.cairn.app.load;

import dev.cairn.app.load.KillDrill.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Drills beside each other, each on a directory of its own: most of a round is the start of a
 * process, which keeps one processor busy.
 */
public final class KillDrills {

  private final List<KillDrill> drills = new ArrayList<>();

  /**
   * Drills that are not begun.
   *
   * @param directory empty; on the disk to be tried
   * @param times kills of all drills together
   * @param lanes how many drills, at most one for each kill
   */
  public KillDrills(Path directory, int times, int lanes, Random random) throws IOException {
    int drilling = Math.min(lanes, times);
    for (int lane = 0; lane < drilling; lane++) {
      int share = times / drilling + (lane < times % drilling ? 1 : 0);
      Path own = Files.createDirectory(directory.resolve("lane-" + lane));
      drills.add(new KillDrill(own, share, new Random(random.nextLong())));
    }
  }

  /** Runs all of them; tells after each kill how many there were. For one call. */
  public Report run(IntConsumer killed) throws IOException {
    AtomicInteger kills = new AtomicInteger();
    ExecutorService lanes = Executors.newFixedThreadPool(drills.size());
    try {
      List<Callable<Report>> tasks = new ArrayList<>();
      for (KillDrill drill : drills) {
        tasks.add(() -> drill.run(kill -> killed.accept(kills.incrementAndGet())));
      }
      Report sum = Report.NONE;
      for (Future<Report> report : lanes.invokeAll(tasks)) {
        sum = sum.plus(report.get());
      }
      return sum;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", interrupted);
    } catch (ExecutionException failed) {
      throw new IOException("A drill failed: " + failed.getCause().getMessage(), failed.getCause());
    } finally {
      lanes.shutdownNow();
    }
  }
}
