package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.ClosedBatch;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a network can do to an ingestor, one turn a second: reorganisations that forget
 * transactions or mine them elsewhere, lost mempools, a contract out of order, another claim for a
 * batch, a transaction that expires. Comes to rest, and then every batch must have.
 */
final class Storm {

  private static final int CALM_AFTER = 110;
  private static final int LONGEST = 400;

  private final StubClock clock = new StubClock();
  private final FakeNetwork network = new FakeNetwork(clock);
  private final Batches batches = new Batches();
  private final Set<BatchId> refused = new HashSet<>();
  private int turn;

  FakeNetwork network() {
    return network;
  }

  /** Runs to the end; killed processes are started again at once. */
  void run(Path directory, ChainwebNodes nodes, Kill kill) {
    try (Disk disk = new Disk(directory)) {
      run(disk, nodes, kill);
    }
  }

  private void run(Disk disk, ChainwebNodes nodes, Kill kill) {
    HandCranked process = new HandCranked(disk, batches.journal(), nodes, clock, kill);
    try {
      while (turn < CALM_AFTER || !isOver(process.anchors())) {
        if (turn > LONGEST) {
          throw new AssertionError("Batches are not final: " + process.anchors());
        }
        process = turn(process, disk, nodes);
      }
      Invariants.check(batches.closed(), process.anchors(), network, refused);
      assertThat(process.ledger().refused())
          .extracting(PendingBatch::id)
          .containsExactlyInAnyOrderElementsOf(refused);
    } finally {
      process.close();
    }
  }

  private HandCranked turn(HandCranked process, Disk disk, ChainwebNodes nodes) {
    HandCranked next = process;
    weather();
    try {
      process.turn();
    } catch (Kill.Killed e) {
      process.close();
      next = new HandCranked(disk, batches.journal(), nodes, clock, Kill.never());
    }
    if (turn >= 50 && turn < 50 + HandCranked.TIME_TO_LIVE.toSeconds()) {
      network.chain(1).forgetMempool();
    }
    network.mine();
    clock.advance(Duration.ofSeconds(1));
    turn++;
    return next;
  }

  private void weather() {
    FakeChain first = network.chain(0);
    FakeChain second = network.chain(1);
    switch (turn) {
      case 0 -> {
        close(0, 6);
        close(1, 2);
      }
      case 2 -> first.reorganise(2, true);
      case 3 -> second.reorganise(2, false);
      case 8 -> close(0, 1);
      case 9 -> first.forgetMempool();
      case 14 -> {
        close(0, 2);
        first.breakContract("Gas limit exceeded: 3000");
      }
      case 20 -> first.repairContract();
      case 30 -> {
        ClosedBatch culprit = close(0, 3).get(1);
        first.claimFromElsewhere(culprit.id().toString(), "another root");
        refused.add(culprit.id());
      }
      case 50 -> close(1, 2);
      default -> {
        // A quiet second.
      }
    }
  }

  private List<ClosedBatch> close(int chain, int count) {
    int before = batches.closed().size();
    for (int i = 0; i < count; i++) {
      batches.close(chain, clock.millis());
    }
    return batches.closed().subList(before, before + count);
  }

  private boolean isOver(List<AnchorEntry> told) {
    long done = told.stream().filter(AnchorEntry.Final.class::isInstance).count();
    return done >= batches.closed().size() - refused.size();
  }
}
