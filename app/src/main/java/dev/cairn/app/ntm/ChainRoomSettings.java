package dev.cairn.app.ntm;

import dev.cairn.app.client.Credentials;
import java.net.URI;
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
   * @param anchoring empty: heads aren't anchored
   */
  public record Sealing(
      KeyReference key, String metrics, Duration interval, Optional<Anchoring> anchoring) {}

  /**
   * How heads get through a gateway.
   *
   * @param at the gateway; empty: that of this instance, at its own address
   */
  public record Anchoring(Optional<URI> at, Credentials credentials) {

    /** This instance's gateway, without a key. */
    public static final Anchoring OWN = new Anchoring(Optional.empty(), Credentials.NONE);
  }

  /** The name of this instance's own figures as a source. */
  public static final String OWN_METRICS = "gateway";
}
