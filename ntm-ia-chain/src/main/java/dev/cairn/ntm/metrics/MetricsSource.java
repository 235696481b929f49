package dev.cairn.ntm.metrics;

import java.io.IOException;

/** Where a sealer gets its figures, once for each block. */
public interface MetricsSource {

  /**
   * The current figures. {@link IOException} if the source is down; {@link
   * IllegalArgumentException} with a whole sentence if what it says can't be sealed.
   */
  Measurement read() throws IOException;
}
