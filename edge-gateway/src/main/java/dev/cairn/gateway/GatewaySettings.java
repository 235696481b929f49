package dev.cairn.gateway;

import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.gateway.ingest.RequestLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a gateway runs.
 *
 * @param dir of its store; made if it is not there; for one gateway at a time
 * @param batch when batches close
 * @param requests what a client may send
 * @param anchorWithin what receipts promise: on the chain so long after acceptance
 * @param queueCapacity requests that may wait for the disk; more are refused as overload
 * @param workers threads that check signatures
 * @param retention how long an event posted again is recognised; empty: for ever
 */
public record GatewaySettings(
    Path dir,
    BatchLimits batch,
    RequestLimits requests,
    Duration anchorWithin,
    int queueCapacity,
    int workers,
    Optional<Duration> retention) {

  /** Twenty blocks of the slowest chain that is expected, and time to find a node that works. */
  public static final Duration ANCHOR_WITHIN = Duration.ofMinutes(10);

  /** A second's worth of requests with one event each, on the machines that were measured. */
  public static final int QUEUE_CAPACITY = 8192;

  public GatewaySettings {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "At least one thread checks signatures, not " + workers + ".");
    }
  }

  public static GatewaySettings of(Path dir) {
    return new GatewaySettings(
        dir,
        BatchLimits.DEFAULT,
        RequestLimits.DEFAULT,
        ANCHOR_WITHIN,
        QUEUE_CAPACITY,
        Runtime.getRuntime().availableProcessors(),
        Optional.empty());
  }

  public GatewaySettings withBatch(BatchLimits limits) {
    return new GatewaySettings(
        dir, limits, requests, anchorWithin, queueCapacity, workers, retention);
  }

  public GatewaySettings withRequests(RequestLimits limits) {
    return new GatewaySettings(dir, batch, limits, anchorWithin, queueCapacity, workers, retention);
  }

  public GatewaySettings withRetention(Duration kept) {
    return new GatewaySettings(
        dir, batch, requests, anchorWithin, queueCapacity, workers, Optional.of(kept));
  }

  public GatewaySettings withAnchorWithin(Duration promise) {
    return new GatewaySettings(dir, batch, requests, promise, queueCapacity, workers, retention);
  }
}
