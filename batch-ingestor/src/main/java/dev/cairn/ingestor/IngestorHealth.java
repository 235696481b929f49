package dev.cairn.ingestor;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How the ingestor is doing.
 *
 * @param stopped why it does nothing any more: its ledger failed, and only a new start helps
 * @param troubles why the batches of a chain, by number, do not get on; retries go on
 * @param refusedBatches ids of batches that the contract holds under another claim: never anchored
 * @param behind batches or other entries of the gateway's journal not taken in yet
 */
public record IngestorHealth(
    Optional<String> stopped,
    SortedMap<Integer, String> troubles,
    List<String> refusedBatches,
    long behind) {

  /** Nothing needs a person. */
  public boolean isGood() {
    return stopped.isEmpty() && troubles.isEmpty() && refusedBatches.isEmpty();
  }
}
