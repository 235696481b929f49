package dev.cairn.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A cairn service in a process of its own, which a test may kill. */
final class CairnProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("is ready at (https?://[^;]+);");
  private static final Duration START_WITHIN = Duration.ofSeconds(60);

  private final Process process;
  private final URI address;

  private CairnProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the command and waits until it says that it is ready. */
  static CairnProcess start(Path log, String... arguments) throws IOException {
    return start(log, Map.of(), arguments);
  }

  /** The same with more variables in its environment. */
  static CairnProcess start(Path log, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            // The program's own, also where other modules' test settings are on the class path.
            "-Dlogback.configurationFile=logback.xml",
            "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Cairn.class.getName());
    command.addAll(List.of(arguments));
    Files.deleteIfExists(log);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    Awaitility.await(String.join(" ", arguments))
        .atMost(START_WITHIN)
        .until(() -> !process.isAlive() || READY.matcher(Files.readString(log)).find());
    Matcher ready = READY.matcher(Files.readString(log));
    if (!ready.find()) {
      process.destroyForcibly();
      throw new AssertionError("It did not start: " + Files.readString(log));
    }
    return new CairnProcess(process, URI.create(ready.group(1)));
  }

  URI address() {
    return address;
  }

  String port() {
    return Integer.toString(address.getPort());
  }

  /** SIGKILL: no hook runs, no buffer is written. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM, without waiting for what becomes of it. */
  void terminate() {
    process.destroy();
  }

  /** Of the process, which has ended or is about to. */
  int exitCode() {
    awaitEnd();
    return process.exitValue();
  }

  /** SIGTERM, and the end of the process. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The process does not end.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
