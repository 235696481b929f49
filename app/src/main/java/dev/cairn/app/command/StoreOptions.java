package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.instance.InstanceSettings.Limits;
import dev.cairn.gateway.batch.BatchLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about what the gateway keeps: where, in which batches, and keys for how long. */
final class StoreOptions {

  @Option(
      names = "--data",
      defaultValue = "cairn-data",
      paramLabel = "DIR",
      description = "Where everything that must last is kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--batch-events",
      defaultValue = "" + BatchLimits.MAX_EVENTS,
      paramLabel = "N",
      description = "A batch closes with so many events (default: ${DEFAULT-VALUE}).")
  private int batchEvents;

  @Option(
      names = "--batch-age",
      paramLabel = "MS",
      description = "A batch closes when its first event is so old (default: one second).")
  private @Nullable Integer batchAgeMillis;

  @Option(
      names = "--retention",
      paramLabel = "HOURS",
      description =
          "An event posted again is recognised for so long, then taken as a new one; receipts say"
              + " until when (default: for ever).")
  private @Nullable Integer retentionHours;

  Path data() {
    return data;
  }

  Limits limits() {
    Duration age = batchAgeMillis == null ? BatchLimits.MAX_AGE : Duration.ofMillis(batchAgeMillis);
    return new Limits(batchEvents, age, retention());
  }

  private Optional<Duration> retention() {
    if (retentionHours != null && retentionHours < 1) {
      throw Failure.doNot("--retention is at least one hour, not " + retentionHours + ".");
    }
    return Optional.ofNullable(retentionHours).map(Duration::ofHours);
  }
}
