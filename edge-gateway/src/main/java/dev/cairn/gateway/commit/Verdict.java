package dev.cairn.gateway.commit;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.gateway.store.GivenReceipt;

/** What became of one candidate. Nobody sees a verdict before what it says is durable. */
public sealed interface Verdict {

  /** The candidate's place in the request. */
  int index();

  /**
   * The event is on disk.
   *
   * @param repeated it already was; the receipt is the one given then
   */
  record Accepted(
      int index,
      EventId eventId,
      BatchId batchId,
      int chainId,
      GivenReceipt receipt,
      boolean repeated)
      implements Verdict {}

  /** The signer used this {@code jti} for another event; nothing was stored. */
  record Conflict(int index, EventId known) implements Verdict {}
}
