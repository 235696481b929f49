package dev.cairn.app.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A steady load on one gateway for a long time, with a look at the gateway's process at regular
 * intervals: what grows without end shows.
 */
public final class Soak {

  private static final int EVENTS_PER_REQUEST = 10;
  private static final int CONNECTIONS = 16;

  /** Requests are signed for one interval at a time, while the gateway rests. */
  private static final int INTERVALS = 12;

  /**
   * The first intervals fill caches and compile code; growth counts from the end of this one on.
   */
  private static final int SETTLED = INTERVALS / 3;

  private final Path directory;
  private final Duration duration;
  private final double eventsPerSecond;

  /**
   * A soak that is not begun.
   *
   * @param directory empty; on the disk to be tried
   */
  public Soak(Path directory, Duration duration, double eventsPerSecond) {
    this.directory = directory;
    this.duration = duration;
    this.eventsPerSecond = eventsPerSecond;
  }

  /** The gateway's process at the end of an interval. */
  public record Look(long accepted, long residentMegabytes, long threads, long openFiles) {}

  /** What the looks showed. */
  public record Report(List<Look> looks, long refused) {

    /** Between the first settled look and the last one; negative when it shrank. */
    public long residentGrowthMegabytes() {
      return last().residentMegabytes() - settled().residentMegabytes();
    }

    public long threadGrowth() {
      return last().threads() - settled().threads();
    }

    public long openFileGrowth() {
      return last().openFiles() - settled().openFiles();
    }

    private Look settled() {
      return looks.get(SETTLED - 1);
    }

    private Look last() {
      return looks.get(looks.size() - 1);
    }
  }

  /** Runs for the whole time; tells each look. */
  public Report run(Consumer<Look> looked) throws IOException {
    List<Look> looks = new ArrayList<>();
    long refused = 0;
    long accepted = 0;
    try (GatewayProcess gateway =
        GatewayProcess.start(directory.resolve("data"), GatewayProcess.JAVA_OPTIONS, List.of())) {
      for (int i = 0; i < INTERVALS; i++) {
        Tally tally = interval(gateway);
        accepted += tally.accepted();
        refused += tally.refused();
        Look look =
            new Look(
                accepted, gateway.residentBytes() >> 20, gateway.threads(), gateway.openFiles());
        looks.add(look);
        looked.accept(look);
      }
    }
    return new Report(looks, refused);
  }

  private Tally interval(GatewayProcess gateway) throws IOException {
    double seconds = duration.toMillis() / 1000.0 / INTERVALS;
    int requests = (int) Math.ceil(seconds * eventsPerSecond / EVENTS_PER_REQUEST);
    Tally tally = new Tally(EVENTS_PER_REQUEST);
    try (PreparedRequests prepared =
            PreparedRequests.sign(directory, requests, EVENTS_PER_REQUEST);
        LoadClient client = new LoadClient(gateway.address(), prepared, CONNECTIONS)) {
      Pace pace = new Pace.Open(eventsPerSecond / EVENTS_PER_REQUEST);
      client.run(pace, (long) (seconds * 1e9), tally);
    }
    return tally;
  }
}
