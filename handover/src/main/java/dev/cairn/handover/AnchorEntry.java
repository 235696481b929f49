package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import java.util.Objects;

/** What the ingestor tells the rooms after it: how far a batch has come on its way to the chain. */
public sealed interface AnchorEntry {

  BatchId batchId();

  /** A transaction that carries the batch was signed and will be sent, or sent again. */
  record Submitted(BatchId batchId, int chainId, String requestKey, long atMillis, int attempt)
      implements AnchorEntry {
    public Submitted {
      Objects.requireNonNull(batchId);
      Checks.chain(chainId);
      Checks.requestKey(requestKey);
      if (attempt < 1) {
        throw new IllegalArgumentException("Attempts count from 1; this one is " + attempt + ".");
      }
    }
  }

  /** The transaction succeeded in a block of the winning branch. */
  record Mined(
      BatchId batchId, int chainId, String requestKey, long height, String blockHash, long atMillis)
      implements AnchorEntry {
    public Mined {
      Objects.requireNonNull(batchId);
      Checks.place(chainId, requestKey, height, blockHash);
    }
  }

  /** That block is deep enough. Nothing follows for this batch but a reorganisation. */
  record Final(
      BatchId batchId, int chainId, String requestKey, long height, String blockHash, long atMillis)
      implements AnchorEntry {
    public Final {
      Objects.requireNonNull(batchId);
      Checks.place(chainId, requestKey, height, blockHash);
    }
  }

  /** The batch is as if just closed: its transaction is gone or failed, for the named reason. */
  record Returned(BatchId batchId, String reason, long atMillis) implements AnchorEntry {
    public Returned {
      Objects.requireNonNull(batchId);
      if (reason.isEmpty()) {
        throw new IllegalArgumentException("A return has a reason; this one is empty.");
      }
    }
  }
}
