package dev.cairn.app.load;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.load.GatewayProcess.WrittenEvents;
import dev.cairn.evidence.crypto.SignatureProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** A gateway under load: one measurement, with its yardsticks taken before and after. */
public final class GatewayLoad {

  /** The compiler is done after so long. */
  public static final Duration WARM_UP = Duration.ofSeconds(15);

  /**
   * Signed beforehand: more than a gateway takes, for a closed loop; a rate needs exactly its own.
   */
  private static final int MAX_EVENTS_PER_SECOND = 55_000;

  /** Threads with less of the processor time are not told. */
  private static final double SMALLEST_SHARE = 0.005;

  private final LoadSettings settings;

  public GatewayLoad(LoadSettings settings) {
    this.settings = settings;
  }

  /** Signs, starts the gateway, warms it up, measures. */
  public LoadReport run() throws IOException {
    Path directory = settings.directory();
    try (PreparedRequests requests =
            PreparedRequests.sign(directory, requests(), settings.eventsPerRequest());
        GatewayProcess gateway =
            GatewayProcess.start(directory.resolve("data"), javaOptions(), options());
        LoadClient client = new LoadClient(gateway.address(), requests, settings.connections())) {
      warmUp(client);
      return measure(gateway, client);
    }
  }

  /** What each kind of thread had of the processor time. */
  private static Map<String, Double> shares(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> spent = new TreeMap<>(after);
    before.forEach((kind, ticks) -> spent.merge(kind, -ticks, Long::sum));
    double all = spent.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Double> shares = new TreeMap<>();
    spent.forEach((kind, ticks) -> shares.put(kind, ticks / all));
    shares.values().removeIf(share -> !(share >= SMALLEST_SHARE));
    return shares;
  }

  private List<String> javaOptions() {
    return settings.javaOptions().isEmpty() ? GatewayProcess.JAVA_OPTIONS : settings.javaOptions();
  }

  private List<String> options() {
    return List.of("--signatures", settings.provider().name());
  }

  private int requests() {
    double seconds = (settings.duration().toMillis() + WARM_UP.toMillis()) / 1000.0;
    double rate = settings.eventsPerSecond().orElse(MAX_EVENTS_PER_SECOND);
    return (int) Math.ceil(seconds * rate / settings.eventsPerRequest());
  }

  private Pace pace() {
    return settings.eventsPerSecond().isPresent()
        ? new Pace.Open(settings.eventsPerSecond().getAsDouble() / settings.eventsPerRequest())
        : new Pace.Closed();
  }

  private void warmUp(LoadClient client) throws IOException {
    Tally tally = new Tally(settings.eventsPerRequest());
    client.run(pace(), WARM_UP.toNanos(), tally);
    if (tally.accepted() == 0) {
      throw Failure.doNot("The gateway accepted no event; its log is in " + settings.directory());
    }
  }

  private LoadReport measure(GatewayProcess gateway, LoadClient client) throws IOException {
    SignatureProvider provider = settings.provider();
    OptionalDouble openssl = Yardsticks.opensslChecksPerSecond();
    double checks = Yardsticks.checksPerSecond(provider);
    Histogram fsync = Yardsticks.fsyncMicros(settings.directory());
    long residentBefore = gateway.residentBytes();
    Tally tally = new Tally(settings.eventsPerRequest());
    WrittenEvents written = gateway.written();
    Map<String, Long> ticks = gateway.ticksByThread();
    long cpu = gateway.cpu().toNanos();
    long start = System.nanoTime();
    int sent = client.run(pace(), settings.duration().toNanos(), tally);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (gateway.cpu().toNanos() - cpu) / 1e9;
    fsync.add(Yardsticks.fsyncMicros(settings.directory()));
    return new LoadReport(
        settings,
        sent,
        tally,
        gateway.written().perWriteSince(written),
        seconds,
        cpuSeconds,
        openssl,
        checks,
        fsync,
        residentBefore,
        gateway.residentBytes(),
        shares(ticks, gateway.ticksByThread()));
  }
}
