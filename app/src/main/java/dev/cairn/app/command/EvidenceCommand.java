package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn evidence}: fetches the evidence of an event. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    description = "Fetches the evidence of an event, waiting until it is proved.")
public final class EvidenceCommand implements Callable<Integer> {
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(60);

  @Mixin private InstanceOption instance = new InstanceOption();

  @Parameters(paramLabel = "EVENT_ID", description = "What `cairn submit` printed.")
  private String eventId;

  @Option(
      names = "--wait",
      defaultValue = "60",
      paramLabel = "SECONDS",
      description = "How long to wait for the proof (default: ${DEFAULT-VALUE}; 0: do not wait).")
  private int waitSeconds;

  @Option(
      names = "--out",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "Where the evidence goes (default: ${DEFAULT-VALUE}, standard output).")
  private String out;

  @Override
  public Integer call() {
    if (!eventId.matches("[A-Za-z0-9_-]{43}")) {
      throw Failure.doNot("An event id is 43 characters of base64url, not \"" + eventId + "\".");
    }
    CommandFiles.write(out, fetch(Duration.ofSeconds(Math.max(0, waitSeconds))));
    return 0;
  }

  /** Networks may take longer than the instance lets one request wait, so it is asked again. */
  private byte[] fetch(Duration wait) {
    Duration slice = wait.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : wait;
    try {
      return instance.ask(client -> client.evidence(eventId, slice));
    } catch (Failure failure) {
      Duration left = wait.minus(LONGEST_REQUEST);
      if (failure.exitCode() != Failure.TRY_AGAIN || left.isNegative() || left.isZero()) {
        throw failure;
      }
      return fetch(left);
    }
  }
}
