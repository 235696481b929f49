package dev.cairn.ingestor;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where batches are recorded, who pays, and how sure is sure.
 *
 * @param directory the ledger's place
 * @param module full name of the anchor module
 * @param submitter name under which the module knows us
 * @param account account that pays for gas
 * @param confirmations blocks above an anchor's block that make it final
 * @param batchesPerTransaction the most batches that share a transaction
 * @param timeToLive how long a transaction may be mined after it was made
 */
public record IngestorSettings(
    Path directory,
    String module,
    String submitter,
    String account,
    GasSettings gas,
    int confirmations,
    int batchesPerTransaction,
    Duration timeToLive,
    RetrySettings retry) {

  /** Each batch adds 0.4 kB to the evidence of every event in the transaction. */
  public static final int BATCHES_PER_TRANSACTION = 4;

  /** Twenty blocks at the usual delay: an outage of some minutes does not need a new signature. */
  public static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

  /** Nodes refuse more (chainweb.md §7.2). */
  private static final Duration MOST_TIME_TO_LIVE = Duration.ofDays(2);

  /** The contract takes no more claims at once. */
  private static final int MOST_BATCHES = 64;

  public IngestorSettings {
    if (confirmations < 0) {
      throw new IllegalArgumentException(
          "Confirmations are at least 0, not " + confirmations + ".");
    }
    if (batchesPerTransaction < 1 || batchesPerTransaction > MOST_BATCHES) {
      throw new IllegalArgumentException(
          "A transaction carries 1 to "
              + MOST_BATCHES
              + " batches, not "
              + batchesPerTransaction
              + ".");
    }
    if (timeToLive.compareTo(AnchorCommands.BACKDATE.multipliedBy(2)) < 0
        || timeToLive.compareTo(MOST_TIME_TO_LIVE) > 0) {
      throw new IllegalArgumentException(
          "A transaction lives "
              + AnchorCommands.BACKDATE.multipliedBy(2)
              + " to "
              + MOST_TIME_TO_LIVE
              + ", not "
              + timeToLive
              + ".");
    }
  }

  /** Settings with the defaults of this class. */
  public static IngestorSettings of(
      Path directory, String module, String submitter, String account, int confirmations) {
    return new IngestorSettings(
        directory,
        module,
        submitter,
        account,
        GasSettings.DEFAULT,
        confirmations,
        BATCHES_PER_TRANSACTION,
        TIME_TO_LIVE,
        RetrySettings.DEFAULT);
  }

  public IngestorSettings withGas(GasSettings other) {
    return new IngestorSettings(
        directory,
        module,
        submitter,
        account,
        other,
        confirmations,
        batchesPerTransaction,
        timeToLive,
        retry);
  }

  public IngestorSettings withTimeToLive(Duration other) {
    return new IngestorSettings(
        directory,
        module,
        submitter,
        account,
        gas,
        confirmations,
        batchesPerTransaction,
        other,
        retry);
  }

  public IngestorSettings withRetry(RetrySettings other) {
    return new IngestorSettings(
        directory,
        module,
        submitter,
        account,
        gas,
        confirmations,
        batchesPerTransaction,
        timeToLive,
        other);
  }
}
