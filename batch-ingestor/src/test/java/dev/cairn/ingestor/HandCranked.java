package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.Subscription;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An ingestor without threads: each turn does what its threads would do by themselves. */
final class HandCranked implements AutoCloseable {

  static final int CONFIRMATIONS = 2;
  static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);

  private static final int STEPS_PER_TURN = 3;

  private final Ledger ledger;
  private final LaneTools tools;
  private final BatchIntake intake;
  private final Subscription heads;
  private final Map<ChainId, ChainLane> lanes = new TreeMap<>();

  HandCranked(
      Disk disk, Journal<BatchEntry> batches, ChainwebNodes nodes, Clock clock, CommitGate gate) {
    this.ledger = disk.open(gate);
    this.tools =
        Ingestor.tools(
            settings(Path.of("disk")),
            Batches.SIGNER,
            ledger,
            nodes,
            clock,
            new Random(1),
            new SimpleMeterRegistry());
    this.intake = new BatchIntake(batches, ledger);
    this.heads = nodes.headUpdates(this::headSeen);
  }

  private void headSeen(ChainHead head) {
    boolean unused = lane(head.chain()).headSeen(head);
  }

  static IngestorSettings settings(Path directory) {
    return IngestorSettings.of(directory, "free.cairn-anchor", "cairn", "payer", CONFIRMATIONS)
        .withTimeToLive(TIME_TO_LIVE);
  }

  void turn() {
    while (intake.isBehind()) {
      intake.takeIn();
    }
    ledger.busyChains().forEach(this::lane);
    for (ChainLane lane : lanes.values()) {
      for (int i = 0; i < STEPS_PER_TURN; i++) {
        lane.step();
      }
    }
  }

  ChainLane lane(ChainId chain) {
    return lanes.computeIfAbsent(chain, id -> new ChainLane(id, tools));
  }

  Ledger ledger() {
    return ledger;
  }

  List<AnchorEntry> anchors() {
    return ledger.anchors().read(0, 100_000).stream().map(Journal.Entry::value).toList();
  }

  /** Leaves everything as it is on disk, as a killed process does. */
  @Override
  public void close() {
    heads.close();
    ledger.close();
  }
}
