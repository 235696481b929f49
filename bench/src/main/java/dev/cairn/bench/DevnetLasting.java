package dev.cairn.bench;

import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.mining.MiningMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a devnet takes of memory and disk after many rounds without transactions, which is what the
 * heartbeat makes, and how long it takes to start again.
 *
 * <p>Arguments: rounds (5000), steps in which to print (5).
 */
public final class DevnetLasting {

  private static final double MEGA = 1 << 20;
  private static final long WEEK_ROUNDS =
      Duration.ofDays(7).dividedBy(MiningMode.OnDemand.DEFAULT_HEARTBEAT);

  private DevnetLasting() {}

  /** Runs it once and prints what came out. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
    int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path directory = Files.createTempDirectory("devnet-lasting");
    DevnetSettings settings =
        DevnetSettings.development()
            .withAddress("127.0.0.1", 0)
            .withDirectory(directory)
            .withMining(new MiningMode.ByClients(Duration.ofMillis(1)));
    long started = System.nanoTime();
    try (Devnet devnet = Devnet.start(settings, Clock.systemUTC())) {
      print("ready", 0, started, directory);
      started = System.nanoTime();
      for (int round = 1; round <= rounds; round++) {
        devnet.control().mine();
        if (round % (rounds / steps) == 0) {
          print("mined", round, started, directory);
        }
      }
    }
    started = System.nanoTime();
    try (Devnet again = Devnet.start(settings, Clock.systemUTC())) {
      print("ready again at " + again.uri(), rounds, started, directory);
    }
    System.exit(0);
  }

  private static void print(String what, int rounds, long started, Path directory)
      throws IOException {
    double disk = size(directory) / MEGA;
    System.out.printf(
        Locale.ROOT,
        "%s: %d rounds, %d blocks, %.2f s, RSS %.0f MB, disk %.1f MB, a week's %d rounds %.0f MB%n",
        what,
        rounds,
        rounds * 20,
        (System.nanoTime() - started) / 1e9,
        residentKilobytes() / 1024.0,
        disk,
        WEEK_ROUNDS,
        rounds == 0 ? 0 : disk * WEEK_ROUNDS / rounds);
  }

  private static long residentKilobytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(DevnetLasting::fileSize).sum();
    }
  }

  // The store drops files while this looks.
  private static long fileSize(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
