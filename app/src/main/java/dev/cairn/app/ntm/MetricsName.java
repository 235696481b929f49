package dev.cairn.app.ntm;

import dev.cairn.ntm.metrics.MetricsAddress;
import dev.cairn.ntm.metrics.MetricsFile;
import dev.cairn.ntm.metrics.MetricsSource;
import java.net.URI;
import java.nio.file.Path;

/** What a command line calls a source of figures: a file or an http(s) address. */
public final class MetricsName {

  private MetricsName() {}

  public static MetricsSource of(String name) {
    return name.matches("(?i)https?://.*")
        ? new MetricsAddress(URI.create(name), MetricsAddress.DEFAULT_TIMEOUT)
        : new MetricsFile(Path.of(name));
  }
}
