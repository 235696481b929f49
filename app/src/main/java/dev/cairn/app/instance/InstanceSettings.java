package dev.cairn.app.instance;

import dev.cairn.app.chain.AnchorContract;
import dev.cairn.app.chain.ChainKey;
import dev.cairn.gateway.GatewaySettings;
import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.virtualchain.executor.NodeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an instance needs to know.
 *
 * @param data directory of everything that must last
 * @param surface where and to whom it answers
 */
public record InstanceSettings(Path data, SurfaceSettings surface, Network network, Limits limits) {

  /** The chains that batches are anchored on. */
  public sealed interface Network {}

  /** A network in this process, with a funded account, and the contract deployed at start. */
  public record Embedded() implements Network {

    /** Blocks above an anchor that make it final; our own network does not reorganise. */
    static final int CONFIRMATIONS = 2;
  }

  /**
   * A network that runs elsewhere.
   *
   * @param account pays for gas
   * @param submitter name under which the contract knows us
   * @param confirmations blocks above an anchor that make it final
   * @param proofOfWork whether verifiers shall require it of this network's headers
   */
  public record Elsewhere(
      NodeSettings nodes,
      AnchorContract contract,
      String account,
      String submitter,
      ChainKey key,
      int confirmations,
      boolean proofOfWork)
      implements Network {

    /**
     * Three minutes at 30 s a block; orphaned branches on the first public network were shorter.
     */
    public static final int DEFAULT_CONFIRMATIONS = 6;
  }

  /**
   * How batches close, and how long events that are posted again are known.
   *
   * @param batchEvents a batch closes with so many events
   * @param batchAge a batch closes when its first event is so old
   * @param retention an event posted again is recognised for so long; empty: for ever
   */
  public record Limits(int batchEvents, Duration batchAge, Optional<Duration> retention) {
    public static final Limits DEFAULT =
        new Limits(BatchLimits.MAX_EVENTS, BatchLimits.MAX_AGE, Optional.empty());

    GatewaySettings gateway(Path directory) {
      GatewaySettings settings =
          GatewaySettings.of(directory)
              .withBatch(new BatchLimits(batchEvents, BatchLimits.MAX_BYTES, batchAge));
      return retention.map(settings::withRetention).orElse(settings);
    }
  }

  /** An instance with a network of its own. */
  public static InstanceSettings embedded(Path data, int port) {
    return new InstanceSettings(
        data, SurfaceSettings.loopback(port), new Embedded(), Limits.DEFAULT);
  }
}
