package dev.cairn.proof.life;

import dev.cairn.chainweb.ChainId;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchRoot;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway said of a batch, without its events; {@code closing} is null while it is open.
 */
public record BatchHead(
    BatchId id, String tenant, ChainId chain, long openedAtMillis, @Nullable Closing closing) {

  /** The end of the taking of events: from here root and size are settled. */
  public record Closing(long closedAtMillis, long anchorByMillis, BatchRoot root, int treeSize) {
    public Closing {
      if (treeSize < 1) {
        throw new IllegalArgumentException(
            "A closed batch has at least one event, not " + treeSize + ".");
      }
    }
  }

  /** The same batch, closed. */
  public BatchHead close(Closing end) {
    return new BatchHead(id, tenant, chain, openedAtMillis, end);
  }
}
