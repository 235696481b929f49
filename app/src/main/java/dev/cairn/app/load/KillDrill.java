package dev.cairn.app.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code kill -9} of a gateway under load, again and again on the same directory. Afterwards every
 * event that was acknowledged in any round is in exactly one batch, the one that was promised.
 */
public final class KillDrill {

  /** A round's load; signed for all rounds beforehand. */
  private static final int REQUESTS_PER_ROUND = 40;

  private static final int EVENTS_PER_REQUEST = 10;
  private static final int CONNECTIONS = 8;

  /** Some requests of the last round are sent again: known ones, and ones without an answer. */
  private static final int SENT_AGAIN = CONNECTIONS;

  /** The kill comes so long after the first acknowledgment at most. */
  private static final int MAX_DELAY_MICROS = 400_000;

  /** In every fifth round it comes at any time of the first second, whatever was answered. */
  private static final int EARLY_ROUNDS = 5;

  private static final int EARLY_MICROS = 1_000_000;

  /** A killed process is better not waited for: quick to start, small batches that close often. */
  private static final List<String> JAVA_OPTIONS =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final List<String> OPTIONS = List.of("--batch-events", "50", "--batch-age", "20");

  private final Path directory;
  private final int times;
  private final Random random;

  /**
   * A drill that is not begun.
   *
   * @param directory empty; on the disk to be tried
   */
  public KillDrill(Path directory, int times, Random random) {
    this.directory = directory;
    this.times = times;
    this.random = random;
  }

  /**
   * What was found.
   *
   * @param repeated events that were acknowledged again after a kill
   * @param unanswered events on disk that nobody was told of
   */
  public record Report(
      int kills,
      int acknowledged,
      long repeated,
      int batches,
      int unanswered,
      List<String> faults) {

    static final Report NONE = new Report(0, 0, 0, 0, 0, List.of());

    /** Of both drills, on directories of their own. */
    Report plus(Report other) {
      List<String> both = new ArrayList<>(faults);
      both.addAll(other.faults);
      return new Report(
          kills + other.kills,
          acknowledged + other.acknowledged,
          repeated + other.repeated,
          batches + other.batches,
          unanswered + other.unanswered,
          both);
    }

    /** Whether something was promised, and all of it was kept. */
    public boolean good() {
      return acknowledged > 0 && faults.isEmpty();
    }
  }

  /** Kills so often; tells how far it is after each time. */
  public Report run(Consumer<Integer> killed) throws IOException {
    Path data = directory.resolve("data");
    Acknowledged acknowledged = new Acknowledged();
    int requests = REQUESTS_PER_ROUND * times + SENT_AGAIN;
    ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    try (PreparedRequests prepared =
        PreparedRequests.sign(directory, requests, EVENTS_PER_REQUEST)) {
      int next = 0;
      for (int kill = 1; kill <= times; kill++) {
        int from = Math.max(0, next - SENT_AGAIN);
        next = round(data, prepared, from, acknowledged, killer);
        killed.accept(kill);
      }
    } finally {
      killer.shutdownNow();
    }
    StoredBatches stored = StoredBatches.read(data.resolve("gateway"));
    int promised = acknowledged.batchOf().size();
    return new Report(
        times,
        promised,
        acknowledged.repeated(),
        stored.batches(),
        stored.events() - promised,
        stored.faults(acknowledged.batchOf()));
  }

  /** One start, load and kill; the number of the request to go on with. */
  private int round(
      Path data,
      PreparedRequests requests,
      int from,
      Acknowledged acknowledged,
      ScheduledExecutorService killer)
      throws IOException {
    GatewayProcess gateway = GatewayProcess.start(data, JAVA_OPTIONS, OPTIONS);
    LoadClient client = new LoadClient(gateway.address(), requests, CONNECTIONS, from);
    FirstAnswer first =
        new FirstAnswer(acknowledged, () -> kill(killer, gateway, MAX_DELAY_MICROS));
    if (random.nextInt(EARLY_ROUNDS) == 0) {
      kill(killer, gateway, EARLY_MICROS);
    }
    try {
      client.run(new Pace.Closed(), TimeUnit.MINUTES.toNanos(1), first);
    } catch (IOException gone) {
      // As intended: what had no answer was not promised.
    } finally {
      client.close();
      gateway.kill();
    }
    return client.next();
  }

  private void kill(ScheduledExecutorService killer, GatewayProcess gateway, int withinMicros) {
    var unused =
        killer.schedule(gateway::kill, random.nextInt(withinMicros), TimeUnit.MICROSECONDS);
  }

  /** Passes answers on, and says when the first one came. */
  private static final class FirstAnswer implements LoadClient.Answers {
    private final LoadClient.Answers next;
    private final Runnable first;
    private boolean begun;

    FirstAnswer(LoadClient.Answers next, Runnable first) {
      this.next = next;
      this.first = first;
    }

    @Override
    public void answered(int request, int status, ByteBuffer body, long dueNanos, long atNanos)
        throws IOException {
      next.answered(request, status, body, dueNanos, atNanos);
      if (!begun) {
        begun = true;
        first.run();
      }
    }
  }
}
