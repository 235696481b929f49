package dev.cairn.app.load;

import dev.cairn.evidence.crypto.SignatureProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What load, for how long.
 *
 * @param directory of the gateway's data and of the signed requests; on the disk to be measured
 * @param connections each has at most one request under way
 * @param eventsPerSecond open loop at this rate; empty for a closed loop at full speed
 * @param javaOptions of the gateway's Java; empty for the usual ones
 */
public record LoadSettings(
    Path directory,
    int eventsPerRequest,
    int connections,
    OptionalDouble eventsPerSecond,
    Duration duration,
    SignatureProvider provider,
    List<String> javaOptions) {

  public LoadSettings {
    if (eventsPerRequest < 1 || connections < 1) {
      throw new IllegalArgumentException(
          "A load has at least one event per request and one connection, not "
              + eventsPerRequest
              + " and "
              + connections
              + ".");
    }
    javaOptions = List.copyOf(javaOptions);
  }
}
