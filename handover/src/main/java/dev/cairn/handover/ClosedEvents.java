package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import java.util.List;

/** How the events of a closed batch are kept in its entry. */
sealed interface ClosedEvents permits WholeEvents, ReferencedEvents {

  void write(ByteWriter out, List<AcceptedEvent> events);

  List<AcceptedEvent> read(ByteReader in, BatchId batch);
}
