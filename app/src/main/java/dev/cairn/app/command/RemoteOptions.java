package dev.cairn.app.command;

import dev.cairn.ntm.remote.RemoteSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How a chain on a server is fetched. */
final class RemoteOptions {

  @Option(
      names = "--connections",
      defaultValue = "8",
      paramLabel = "N",
      description = "Connections to a server at once (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--answer-within",
      defaultValue = "30",
      paramLabel = "S",
      description = "How long a server may take for one answer (default: ${DEFAULT-VALUE} s).")
  private long answerSeconds;

  /** More than a polite client opens to one server. */
  private static final int MAX_CONNECTIONS = 64;

  int connections() {
    if (connections < 1 || connections > MAX_CONNECTIONS) {
      throw new IllegalArgumentException(
          "--connections is 1 to " + MAX_CONNECTIONS + ", not " + connections + ".");
    }
    return connections;
  }

  RemoteSettings patience() {
    return RemoteSettings.DEFAULT.withAnswerWithin(Duration.ofSeconds(answerSeconds));
  }
}
