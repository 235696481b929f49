package dev.cairn.proof.join;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.proof.life.BatchState;
import dev.cairn.proof.store.DueTable.Due;
import java.util.List;

/** What a committed change means to those who wait, cache or prove. Told after the commit. */
public sealed interface News {

  /** The batch is in this state now, which may be an earlier one than before. */
  record Reached(BatchId batch, BatchState state) implements News {}

  /** These events have a place now: their batch is closed. */
  record Placed(List<EventId> events) implements News {}

  /** Both journals agree that the batch can be proved. */
  record BecameDue(Due due) implements News {}

  /** The finality that the batch had is void, and so is any proof of it. */
  record Withdrawn(BatchId batch) implements News {}

  /** Takes news, on the clerk's thread: must return at once and must not throw. */
  interface Reader {
    void read(News news);
  }
}
