package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.BatchTree;
import java.util.List;
import java.util.Objects;

/**
 * A batch whose content is final. The order of {@code events} is the order of the leaves, which is
 * the order in which they were committed.
 *
 * @param anchorByMillis the earliest deadline that any of its receipts promises
 */
public record ClosedBatch(
    BatchId id,
    String tenant,
    int chainId,
    long openedAtMillis,
    long closedAtMillis,
    long anchorByMillis,
    List<AcceptedEvent> events) {

  public ClosedBatch {
    Objects.requireNonNull(id);
    Checks.tenant(tenant);
    Checks.chain(chainId);
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("A closed batch has events; batch " + id + " has none.");
    }
  }

  /** The root that goes onto the chain. Computed anew by each call. */
  public BatchRoot root() {
    return tree().root();
  }

  /** The tree of the events' ids. Computed anew by each call. */
  public BatchTree tree() {
    return BatchTree.of(events.stream().map(AcceptedEvent::id).toList());
  }
}
