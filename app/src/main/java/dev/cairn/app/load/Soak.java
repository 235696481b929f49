package dev.cairn.app.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A steady load on one gateway for a long time, with a look at the gateway's process at regular
 * intervals: what grows without end shows.
 */
public final class Soak {

  private static final int EVENTS_PER_REQUEST = 10;
  private static final int CONNECTIONS = 16;

  /** Requests are signed for one interval at a time, while the gateway rests. */
  private static final int INTERVALS = 12;

  /** Touched from the start, so that memory which grows is not the heap's first use. */
  private static final String TOUCHED_HEAP = "-XX:+AlwaysPreTouch";

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

  /**
   * The gateway's process at the end of an interval.
   *
   * @param accepted events so far
   * @param liveHeapKilobytes after a full collection
   * @param handles open files, sockets and pipes, without the store's tables
   * @param tables of the store that are open; they follow what is stored
   */
  public record Look(
      long accepted,
      long liveHeapKilobytes,
      long residentMegabytes,
      long threads,
      long handles,
      long tables) {

    static Look of(long accepted, Vitals vitals) {
      return new Look(
          accepted,
          vitals.liveHeapBytes() >> 10,
          vitals.residentBytes() >> 20,
          vitals.threads(),
          vitals.handles(),
          vitals.tables());
    }
  }

  /** What the looks showed. */
  public record Report(List<Look> looks, long refused) {

    /** Names of a few hundred signers, which are remembered. */
    private static final long HEAP_SLACK_KILOBYTES = 1024;

    /** A memtable that happens to be full, and the filters of new tables of idempotency keys. */
    private static final long RESIDENT_SLACK_MEGABYTES = 32;

    /** Java's compilers start threads when there is much to do, and end them later. */
    private static final long THREAD_SLACK = 4;

    /** A log and a manifest of the store that are being replaced. */
    private static final long HANDLE_SLACK = 4;

    /** What has to be flat. */
    public List<Course> courses() {
      return List.of(
          course("live heap", "KB", HEAP_SLACK_KILOBYTES, Look::liveHeapKilobytes),
          course("resident memory", "MB", RESIDENT_SLACK_MEGABYTES, Look::residentMegabytes),
          course("threads", "threads", THREAD_SLACK, Look::threads),
          course("handles", "handles", HANDLE_SLACK, Look::handles));
    }

    private Course course(String name, String unit, long slack, ToLongFunction<Look> figure) {
      return new Course(name, unit, slack, looks.stream().map(figure::applyAsLong).toList());
    }

    /** Whether everything was taken, and nothing grew. */
    public boolean good() {
      return refused == 0 && courses().stream().allMatch(Course::flat);
    }
  }

  /** Runs for the whole time; tells each look. */
  public Report run(Consumer<Look> looked) throws IOException {
    List<Look> looks = new ArrayList<>();
    long refused = 0;
    long accepted = 0;
    try (GatewayProcess gateway =
        GatewayProcess.start(directory.resolve("data"), javaOptions(), List.of())) {
      for (int i = 0; i < INTERVALS; i++) {
        Tally tally = interval(gateway);
        accepted += tally.accepted();
        refused += tally.refused();
        Look look = Look.of(accepted, Vitals.of(gateway.pid()));
        looks.add(look);
        looked.accept(look);
      }
    }
    return new Report(looks, refused);
  }

  private static List<String> javaOptions() {
    List<String> options = new ArrayList<>(GatewayProcess.JAVA_OPTIONS);
    options.add(TOUCHED_HEAP);
    return options;
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
