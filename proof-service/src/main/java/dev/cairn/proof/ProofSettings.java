package dev.cairn.proof;

import dev.cairn.evidence.trust.TrustedNetwork;
import dev.cairn.proof.prove.Backoff;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a proof service needs to know.
 *
 * @param dir of its own RocksDB; made if it is not there
 * @param network name of the network that batches are anchored on
 * @param confirmations headers above the anchor's block in each proof; what the ingestor waits for
 * @param proverThreads proofs made at the same time
 * @param backoff delays of a batch whose proof fails
 * @param maxWaiters requests that may wait at the same time
 * @param catchUpPatience how long a request waits for the journals to be applied
 * @param cacheBytes memory for trees and anchors of batches
 */
public record ProofSettings(
    Path dir,
    String network,
    int confirmations,
    int proverThreads,
    Backoff backoff,
    int maxWaiters,
    Duration catchUpPatience,
    long cacheBytes) {

  /** A proof costs a node four requests, which wait more than they work. */
  public static final int DEFAULT_PROVER_THREADS = 4;

  /** Each is a connection of some 20 kB; more would rather be told to come back. */
  public static final int DEFAULT_MAX_WAITERS = 4096;

  /** Replaying an entry takes a millisecond, so only a start after a long pause takes longer. */
  public static final Duration DEFAULT_CATCH_UP_PATIENCE = Duration.ofSeconds(2);

  /** Some 200 batches of 1,000 events: what was anchored last, of a process of 512 MB. */
  public static final long DEFAULT_CACHE_BYTES = 32L << 20;

  public ProofSettings {
    if (confirmations < 0 || confirmations > TrustedNetwork.MAX_CONFIRMATIONS) {
      throw new IllegalArgumentException(
          "Evidence brings 0 to "
              + TrustedNetwork.MAX_CONFIRMATIONS
              + " confirmations, not "
              + confirmations
              + ".");
    }
    if (proverThreads < 1 || maxWaiters < 1) {
      throw new IllegalArgumentException("Threads and waiters are at least one each.");
    }
  }

  /** The settings with all defaults. */
  public static ProofSettings of(Path dir, String network, int confirmations) {
    return new ProofSettings(
        dir,
        network,
        confirmations,
        DEFAULT_PROVER_THREADS,
        Backoff.DEFAULT,
        DEFAULT_MAX_WAITERS,
        DEFAULT_CATCH_UP_PATIENCE,
        DEFAULT_CACHE_BYTES);
  }

  /** The same with other limits on waiting. */
  public ProofSettings withWaiting(int waiters, Duration patience) {
    return new ProofSettings(
        dir, network, confirmations, proverThreads, backoff, waiters, patience, cacheBytes);
  }
}
