package dev.cairn.app.ntm;

import java.time.Duration;
import java.util.Optional;

/**
 * What {@code up} does with a chain.
 *
 * @param sealing empty: the chain is only served, somebody else seals it
 */
public record ChainRoomSettings(
    SiteSettings site, String host, int port, Optional<Sealing> sealing) {

  /**
   * How blocks are made.
   *
   * @param metrics a file, an http address, or {@link #OWN_METRICS}
   * @param interval from one block to the next
   * @param anchored whether heads go through the gateway of this instance
   */
  public record Sealing(KeyReference key, String metrics, Duration interval, boolean anchored) {}

  /** The name of this instance's own figures as a source. */
  public static final String OWN_METRICS = "gateway";
}
