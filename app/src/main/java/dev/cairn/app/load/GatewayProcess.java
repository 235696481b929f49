package dev.cairn.app.load;

import dev.cairn.app.exit.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code cairn gateway} in a process of its own: what it costs can be read, and it can be killed.
 */
final class GatewayProcess implements AutoCloseable {

  /**
   * What the gateway's Java runs with. Its live data is small; a large young generation keeps what
   * a request leaves behind from being copied. Serial: with two processors the collector's threads
   * would only take turns with the work.
   */
  static final List<String> JAVA_OPTIONS =
      List.of("-Xms512m", "-Xmx512m", "-Xmn320m", "-XX:+UseSerialGC", "-Xss1m");

  private static final Pattern READY = Pattern.compile("is ready at (http://[^;]+);");
  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 5;
  private static final long STOP_SECONDS = 60;

  /** Where proc(5) has the user time among the fields after the name; the system time follows. */
  private static final int UTIME = 11;

  private final Process process;
  private final URI address;

  private GatewayProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it and returns when it is ready.
   *
   * @param data its directory; its log is written to {@code gateway.log} there
   * @param javaOptions of its Java
   * @param options of the command, beyond directory and port
   */
  static GatewayProcess start(Path data, List<String> javaOptions, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.cairn.app.Cairn", "gateway", "--port", "0"));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(options);
    try {
      Path log = Files.createDirectories(data).resolve("gateway.log");
      Files.deleteIfExists(log);
      return awaitReady(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start(),
          log);
    } catch (IOException failed) {
      throw new UncheckedIOException("The gateway's process cannot be started.", failed);
    }
  }

  private static GatewayProcess awaitReady(Process process, Path log) throws IOException {
    long patience = System.nanoTime() + START_WITHIN.toNanos();
    while (process.isAlive() && System.nanoTime() < patience) {
      Matcher ready = READY.matcher(Files.readString(log));
      if (ready.find()) {
        return new GatewayProcess(process, URI.create(ready.group(1)));
      }
      pause();
    }
    process.destroyForcibly();
    throw Failure.doNot("The gateway did not start: " + Files.readString(log));
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failure.tryAgain("Interrupted.", interrupted);
    }
  }

  URI address() {
    return address;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** User and system time of all its threads so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Processor time so far in ticks of the system by kind of thread; empty where it is not told. */
  Map<String, Long> ticksByThread() {
    Map<String, Long> ticks = new TreeMap<>();
    try (Stream<Path> threads = Files.list(proc("task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        int name = stat.indexOf('(');
        int end = stat.lastIndexOf(')');
        String[] fields = stat.substring(end + 2).split(" ", -1);
        String kind = stat.substring(name + 1, end).replaceAll("[-#]?\\d+.*", "");
        ticks.merge(
            kind, Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]), Long::sum);
      }
    } catch (IOException | UncheckedIOException elsewhere) {
      return Map.of();
    }
    return ticks;
  }

  /** How many events its writes made durable, and how many writes there were. */
  WrittenEvents written() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.resolve("/metrics").toURL().openConnection();
    try (InputStream in = connection.getInputStream()) {
      String metrics = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new WrittenEvents(
          metric(metrics, "cairn_gateway_commit_events_sum"),
          metric(metrics, "cairn_gateway_commit_events_count"));
    }
  }

  /** Counted since the start. */
  record WrittenEvents(double events, double writes) {
    double perWriteSince(WrittenEvents before) {
      return (events - before.events) / (writes - before.writes);
    }
  }

  private static double metric(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  /** Resident memory in bytes; 0 where the system does not tell. */
  long residentBytes() {
    try (Stream<String> lines = Files.lines(proc("status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          * 1024;
    } catch (IOException | UncheckedIOException elsewhere) {
      return 0;
    }
  }

  private Path proc(String name) {
    return Path.of("/proc", Long.toString(process.pid()), name);
  }

  /** SIGKILL: no hook runs, no buffer is written. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM, and the end of the process. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw Failure.doNot("The gateway does not end.");
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw Failure.tryAgain("Interrupted.", interrupted);
    }
  }
}
