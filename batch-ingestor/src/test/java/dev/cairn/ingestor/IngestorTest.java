package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.ClosedBatch;
import dev.cairn.handover.Journal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ingestor with its threads, on a real disk, against chains that mine by themselves. */
class IngestorTest {

  private static final Duration BLOCKS = Duration.ofMillis(20);

  @TempDir Path directory;

  private final Clock clock = Clock.systemUTC();
  private final FakeNetwork network = new FakeNetwork(clock);
  private final Batches batches = new Batches();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ScheduledExecutorService miner = Executors.newSingleThreadScheduledExecutor();

  @BeforeEach
  void mine() {
    var unused =
        miner.scheduleAtFixedRate(network::mine, 0, BLOCKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  @AfterEach
  void stopMining() {
    miner.shutdownNow();
  }

  private Ingestor open() {
    return Ingestor.open(
        HandCranked.settings(directory),
        Batches.SIGNER,
        batches.journal(),
        network,
        clock,
        new SecureRandom(),
        registry);
  }

  private static List<AnchorEntry> told(Ingestor ingestor) {
    return ingestor.anchors().read(0, 10_000).stream().map(Journal.Entry::value).toList();
  }

  private static long finals(Ingestor ingestor) {
    return told(ingestor).stream().filter(AnchorEntry.Final.class::isInstance).count();
  }

  @Test
  void batchesAppended_becomeFinalWithoutBeingAskedFor() {
    try (Ingestor ingestor = open()) {
      for (int i = 0; i < 10; i++) {
        batches.close(i % 2, clock.millis());
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> finals(ingestor) == 10);

      Invariants.check(batches.closed(), told(ingestor), network, Set.of());
      assertThat(ingestor.health().isGood()).isTrue();
      assertThat(ingestor.health().behind()).isZero();
    }
    assertThat(registry.get("cairn.ingestor.batch.final").timer().count()).isEqualTo(10);
  }

  @Test
  void batchesAppendedWhileItWasDown_areTakenUpAtTheStart() {
    ClosedBatch early = batches.close(0, clock.millis());
    try (Ingestor ingestor = open()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> finals(ingestor) == 1);
    }
    batches.close(1, clock.millis());
    try (Ingestor ingestor = open()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> finals(ingestor) == 2);

      assertThat(told(ingestor).get(0).batchId()).isEqualTo(early.id());
      Invariants.check(batches.closed(), told(ingestor), network, Set.of());
    }
  }

  @Test
  void closedAgainAndAgain_goesOnEveryTime() {
    for (int i = 0; i < 12; i++) {
      batches.close(i % 2, clock.millis());
    }
    for (int i = 0; i < 5; i++) {
      long before = finalsNow();
      try (Ingestor ingestor = open()) {
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> finals(ingestor) > before || finals(ingestor) == 12);
      }
    }
    try (Ingestor ingestor = open()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> finals(ingestor) == 12);
      Invariants.check(batches.closed(), told(ingestor), network, Set.of());
    }
  }

  private long finalsNow() {
    try (Ledger ledger = Ledger.open(directory)) {
      return ledger.anchors().read(0, 10_000).stream()
          .filter(entry -> entry.value() instanceof AnchorEntry.Final)
          .count();
    }
  }

  @Test
  void chainInTrouble_isInTheHealthUntilItIsOver() {
    network.chain(1).refuse(Optional.of("Attempt to buy gas failed with: Insufficient funds"));
    try (Ingestor ingestor = open()) {
      batches.close(1, clock.millis());
      await().until(() -> ingestor.health().troubles().containsKey(1));
      assertThat(ingestor.health().isGood()).isFalse();

      network.chain(1).refuse(Optional.empty());
      await().atMost(Duration.ofSeconds(30)).until(() -> ingestor.health().isGood());
      assertThat(finals(ingestor)).isEqualTo(1);
    }
  }

  @Test
  void closed_healthSaysSo() {
    Ingestor ingestor = open();
    ingestor.close();

    assertThat(ingestor.health().stopped()).contains("It is closed.");
    assertThat(ingestor.health().isGood()).isFalse();
  }
}
