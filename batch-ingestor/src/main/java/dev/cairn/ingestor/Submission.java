package dev.cairn.ingestor;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A signed transaction that carries batches, from before it is first sent until its batches are
 * final or back among the waiting.
 *
 * @param expiresAtSeconds creation time plus time to live: no block whose parent is this old, or
 *     younger, may hold it (chainweb.md §7.2)
 * @param attempt counts from 1; one more each time a reorganisation has lost it
 * @param place the block that it was last seen in
 */
record Submission(
    ChainId chain,
    PactCommand command,
    List<PendingBatch> batches,
    long expiresAtSeconds,
    int attempt,
    Optional<Place> place) {

  /** A block, by height and hash. */
  record Place(BlockHeight height, Hash blockHash) {}

  Submission {
    batches = List.copyOf(batches);
    if (batches.isEmpty()) {
      throw new IllegalArgumentException("A submission carries at least one batch.");
    }
  }

  RequestKey requestKey() {
    return command.requestKey();
  }

  Submission at(Place block) {
    return new Submission(chain, command, batches, expiresAtSeconds, attempt, Optional.of(block));
  }

  /** The same bytes, to be sent once more. */
  Submission lost() {
    return new Submission(chain, command, batches, expiresAtSeconds, attempt + 1, Optional.empty());
  }

  /** Whether no block may take it whose parent was made at this time. */
  boolean isOver(Instant time) {
    return time.getEpochSecond() >= expiresAtSeconds;
  }
}
