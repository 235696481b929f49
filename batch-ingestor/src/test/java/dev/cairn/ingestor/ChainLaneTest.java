package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.ClosedBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one chain's lane does, turn by turn; a turn is a second. */
class ChainLaneTest {

  @TempDir Path directory;

  private final StubClock clock = new StubClock();
  private final FakeNetwork network = new FakeNetwork(clock);
  private final FakeChain chain = network.chain(0);
  private final Batches batches = new Batches();
  private Disk disk;
  private HandCranked process;

  @BeforeEach
  void start() {
    disk = new Disk(directory);
    process = new HandCranked(disk, batches.journal(), network, clock, Kill.never());
  }

  @AfterEach
  void stop() {
    process.close();
    disk.close();
  }

  private void close(int count) {
    for (int i = 0; i < count; i++) {
      batches.close(0, clock.millis());
      clock.advance(Duration.ofMillis(1));
    }
  }

  private void turns(int count) {
    for (int i = 0; i < count; i++) {
      turnWithoutBlock();
      network.mine();
    }
    process.turn();
  }

  private void turnWithoutBlock() {
    process.turn();
    clock.advance(Duration.ofSeconds(1));
  }

  private void checkInvariants(BatchId... refused) {
    Invariants.check(batches.closed(), process.anchors(), network, Set.of(refused));
  }

  private List<String> told(ClosedBatch batch) {
    return process.anchors().stream()
        .filter(entry -> entry.batchId().equals(batch.id()))
        .map(entry -> entry.getClass().getSimpleName())
        .toList();
  }

  private Optional<String> trouble() {
    return process.lane(new ChainId(0)).trouble();
  }

  private static Stream<String> keys(List<PactCommand> commands) {
    return commands.stream().map(command -> command.requestKey().toString()).distinct();
  }

  @Test
  void calmChain_batchIsSubmittedMinedAndFinal() {
    close(1);

    turns(HandCranked.CONFIRMATIONS + 1);

    assertThat(told(batches.closed().get(0))).containsExactly("Submitted", "Mined", "Final");
    assertThat(process.ledger().busyChains()).isEmpty();
    checkInvariants();
  }

  @Test
  void finality_waitsForExactlyTheConfirmations() {
    close(1);

    turns(HandCranked.CONFIRMATIONS);
    assertThat(told(batches.closed().get(0))).containsExactly("Submitted", "Mined");

    turns(1);
    assertThat(told(batches.closed().get(0))).endsWith("Final");
  }

  @Test
  void manyBatches_shareTransactionsInTheOrderOfClosing() {
    close(6);

    turns(4);

    assertThat(chain.offered()).hasSize(2);
    List<ClosedBatch> closed = batches.closed();
    String first = chain.recordings(closed.get(0).id().toString()).get(0).toString();
    assertThat(closed.subList(0, 4))
        .allSatisfy(
            batch ->
                assertThat(chain.recordings(batch.id().toString())).hasToString("[" + first + "]"));
    checkInvariants();
  }

  @Test
  void slowChain_fillsTransactionsInsteadOfMakingMore() {
    for (int i = 0; i < 30; i++) {
      close(1);
      turnWithoutBlock();
    }
    assertThat(keys(chain.offered())).hasSize(ChainLane.MAX_UNMINED);

    turns(20);

    assertThat(keys(chain.offered()).count()).isLessThanOrEqualTo(12);
    checkInvariants();
  }

  @Test
  void forgottenTransaction_isSentAgainWithTheSameBytes() {
    close(1);
    turnWithoutBlock();
    chain.forgetMempool();

    turns(8);

    assertThat(chain.offered()).hasSize(2);
    assertThat(Set.copyOf(chain.offered())).hasSize(1);
    checkInvariants();
  }

  @Test
  void pendingTransaction_isNotSentAgainBeforeTheNetworksPatience() {
    close(1);

    turnWithoutBlock();
    turnWithoutBlock();
    turnWithoutBlock();
    assertThat(chain.offered()).hasSize(1);

    turnWithoutBlock();
    assertThat(chain.offered()).hasSize(2);
  }

  @Test
  void reorganisationThatForgets_returnsTheBatchAndSendsTheSameBytes() {
    close(1);
    turns(1);
    chain.reorganise(1, true);

    turns(8);

    assertThat(told(batches.closed().get(0)))
        .containsExactly("Submitted", "Mined", "Returned", "Submitted", "Mined", "Final");
    assertThat(Set.copyOf(chain.offered())).hasSize(1);
    checkInvariants();
  }

  @Test
  void reorganisationIntoAnotherBlock_isTold() {
    close(1);
    turns(1);
    chain.reorganise(1, false);
    network.mine();

    turns(5);

    assertThat(told(batches.closed().get(0)))
        .containsExactly("Submitted", "Mined", "Mined", "Final");
    checkInvariants();
  }

  @Test
  void refusedSending_isReportedRepeatedAndOver() {
    chain.refuse(Optional.of("Attempt to buy gas failed with: Insufficient funds"));
    close(1);
    turns(30);

    assertThat(trouble()).hasValueSatisfying(text -> assertThat(text).contains("Insufficient"));
    assertThat(chain.offered().size()).as("sent with growing pauses").isBetween(2, 8);

    chain.refuse(Optional.empty());
    turns(40);

    assertThat(trouble()).isEmpty();
    assertThat(Set.copyOf(chain.offered())).hasSizeLessThanOrEqualTo(2);
    checkInvariants();
  }

  @Test
  void failedTransaction_countsWhenItsBlockIsDeep() {
    chain.breakContract("Submitter cairn is suspended.");
    close(1);
    turns(2);
    assertThat(told(batches.closed().get(0))).containsExactly("Submitted");

    turns(2);
    assertThat(told(batches.closed().get(0))).containsExactly("Submitted", "Returned");
    assertThat(trouble()).hasValueSatisfying(text -> assertThat(text).contains("suspended"));

    chain.repairContract();
    turns(20);
    assertThat(told(batches.closed().get(0))).endsWith("Submitted", "Mined", "Final");
    assertThat(trouble()).isEmpty();
    checkInvariants();
  }

  @Test
  void failingTransactions_areMadeWithGrowingPauses() {
    chain.breakContract("Gas limit exceeded: 3000");
    close(1);

    turns(120);

    assertThat(keys(chain.offered()).count()).isBetween(2L, 8L);
  }

  @Test
  void claimUnderAnotherRoot_isSetAsideAndTheOthersGoOn() {
    close(3);
    ClosedBatch culprit = batches.closed().get(1);
    chain.claimFromElsewhere(culprit.id().toString(), "another root");

    turns(20);

    assertThat(process.ledger().refused())
        .extracting(PendingBatch::id)
        .containsExactly(culprit.id());
    assertThat(told(culprit)).containsExactly("Submitted", "Returned");
    checkInvariants(culprit.id());
  }

  @Test
  void sameClaimFromElsewhere_isFinalLikeAnyOther() {
    close(1);
    ClosedBatch batch = batches.closed().get(0);
    chain.claimFromElsewhere(batch.id().toString(), Batches.rootOf(batch));

    turns(4);

    checkInvariants();
  }

  @Test
  void expiredByTheClockButNotByTheChain_noOtherTransactionIsMade() {
    close(1);
    turnWithoutBlock();
    clock.advance(HandCranked.TIME_TO_LIVE.multipliedBy(2));
    turnWithoutBlock();
    assertThat(told(batches.closed().get(0))).containsExactly("Submitted");

    // The chain wakes up: its last block is old, so the next one may still take the transaction.
    turns(4);

    assertThat(keys(chain.offered())).hasSize(1);
    checkInvariants();
  }

  @Test
  void expiredByTheChain_anotherTransactionIsMade() {
    close(1);
    for (int i = 0; i < HandCranked.TIME_TO_LIVE.toSeconds() + HandCranked.CONFIRMATIONS; i++) {
      turnWithoutBlock();
      chain.forgetMempool();
      network.mine();
    }

    turns(6);

    assertThat(told(batches.closed().get(0)))
        .containsExactly("Submitted", "Returned", "Submitted", "Mined", "Final");
    assertThat(keys(chain.offered())).hasSize(2);
    checkInvariants();
  }

  @Test
  void restart_knowsEverythingThatMatters() {
    close(6);
    turns(1);
    List<AnchorEntry> before = process.anchors();
    process.close();

    process = new HandCranked(disk, batches.journal(), network, clock, Kill.never());

    assertThat(process.anchors()).isEqualTo(before);
    turns(5);
    assertThat(Set.copyOf(chain.offered())).hasSize(2);
    checkInvariants();
  }

  @Test
  void restartAfterTheBlockCame_isNoTrouble() {
    close(1);
    turnWithoutBlock();
    process.close();
    network.mine();

    process = new HandCranked(disk, batches.journal(), network, clock, Kill.never());
    turnWithoutBlock();
    turnWithoutBlock();

    assertThat(chain.offered()).as("sent again, and refused").hasSize(2);
    assertThat(trouble()).isEmpty();
    assertThat(told(batches.closed().get(0))).containsExactly("Submitted", "Mined");
  }
}
