package dev.cairn.app.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How far a chain's times may be from the verifier's. */
final class NtmTolerances {

  @Option(
      names = "--skew",
      defaultValue = "300",
      paramLabel = "S",
      description = "How far in the future a timestamp may lie (default: ${DEFAULT-VALUE} s).")
  private long skewSeconds;

  @Option(
      names = "--max-age",
      defaultValue = "3600",
      paramLabel = "S",
      description = "How old the newest block may be; 0: any age (default: ${DEFAULT-VALUE} s).")
  private long maxAgeSeconds;

  Duration skew() {
    return Duration.ofSeconds(skewSeconds);
  }

  Duration maxAge() {
    return Duration.ofSeconds(maxAgeSeconds);
  }
}
