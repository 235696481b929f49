package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import java.util.Objects;

/** What the gateway tells the rooms after it: a batch was opened, a batch was closed. */
public sealed interface BatchEntry {

  BatchId batchId();

  /** Durable together with the batch's first event; from here on the batch id is known. */
  record Opened(BatchId batchId, String tenant, int chainId, long openedAtMillis)
      implements BatchEntry {
    public Opened {
      Objects.requireNonNull(batchId);
      Checks.tenant(tenant);
      Checks.chain(chainId);
    }
  }

  /** The batch's events and their order are final. */
  record Closed(ClosedBatch batch) implements BatchEntry {
    public Closed {
      Objects.requireNonNull(batch);
    }

    @Override
    public BatchId batchId() {
      return batch.id();
    }
  }
}
