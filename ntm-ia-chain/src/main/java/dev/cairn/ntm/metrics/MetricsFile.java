package dev.cairn.ntm.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures in a JSON file that something else keeps up to date. */
public record MetricsFile(Path file) implements MetricsSource {

  /** Six numbers and a time need 200. */
  static final int MAX_BYTES = 64 * 1024;

  @Override
  public Measurement read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException("The metrics have more than " + MAX_BYTES + " bytes.");
      }
      return Measurement.parse(bytes);
    }
  }
}
