package dev.cairn.ingestor;

import dev.cairn.virtualchain.executor.ChainwebNodes;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What all lanes work with; every part is safe for several threads. */
record LaneTools(
    IngestorSettings settings,
    Ledger ledger,
    BatchSteps steps,
    AnchorCommands commands,
    ChainwebNodes nodes,
    ChainTimes times,
    Clock clock,
    RandomGenerator random,
    IngestorMetrics metrics) {

  Instant now() {
    return clock.instant();
  }
}
