package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import java.util.List;

/** Events kept in rows beside a journal, where acceptance put them. */
@FunctionalInterface
public interface EventRows {

  /**
   * The events of a batch in leaf order. May be called from any thread.
   *
   * @throws MalformedEntryException when they can't be read
   */
  List<AcceptedEvent> of(BatchId batch);
}
