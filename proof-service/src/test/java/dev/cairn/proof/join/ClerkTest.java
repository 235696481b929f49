package dev.cairn.proof.join;

import static dev.cairn.proof.fixture.Batches.id;
import static dev.cairn.proof.fixture.Batches.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.CorruptEntryException;
import dev.cairn.handover.JournalUnavailableException;
import dev.cairn.handover.MemoryJournal;
import dev.cairn.proof.fixture.TroubledJournal;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.store.StoreInvariants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClerkTest {
  @TempDir Path dir;

  private final TroubledJournal<BatchEntry> batches = new TroubledJournal<>();
  private final MemoryJournal<AnchorEntry> anchors = new MemoryJournal<>();
  private ProofStore store;
  private Clerk clerk;

  @BeforeEach
  void open() {
    store = ProofStore.open(dir, "test-net");
    clerk = new Clerk(batches, anchors, store, news -> {});
  }

  @AfterEach
  void close() {
    clerk.close();
    StoreInvariants.check(store);
    store.close();
  }

  private CatchUp catchUp(Duration patience) {
    return new CatchUp(batches, anchors, clerk, patience);
  }

  @Test
  void entriesFromBeforeTheStart_areApplied() {
    for (int i = 0; i < 100; i++) {
      batches.append(opened(i));
    }
    clerk.start();
    await().until(() -> clerk.batchProgress().applied() == 100);
    assertThat(store.batches().get(id(99))).isPresent();
  }

  @Test
  void catchUp_completesWhenTheEndIsApplied() {
    CompletableFuture<Boolean> before = catchUp(Duration.ofSeconds(10)).now();
    assertThat(before).isCompletedWithValue(true);
    batches.append(opened(1));
    CompletableFuture<Boolean> after = catchUp(Duration.ofSeconds(10)).now();
    assertThat(after).isNotDone();
    clerk.start();
    await().until(after::isDone);
    assertThat(after).isCompletedWithValue(true);
    assertThat(store.batches().get(id(1))).isPresent();
  }

  @Test
  void catchUp_withoutAnEnd_isBounded() {
    batches.append(opened(1));
    CompletableFuture<Boolean> never = catchUp(Duration.ofMillis(10)).now();
    await().until(never::isDone);
    assertThat(never).isCompletedWithValue(false);
  }

  @Test
  void journalThatIsAwayForAWhile_isReadLater() {
    batches.troubleWith(new JournalUnavailableException("batches"));
    batches.append(opened(1));
    clerk.start();
    await().until(() -> batches.refused() >= 2);
    assertThat(clerk.failure()).isEmpty();
    batches.endTrouble();
    await().until(() -> clerk.batchProgress().applied() == 1);
  }

  @Test
  void corruptEntry_stopsTheClerkLoudly() {
    batches.troubleWith(new CorruptEntryException("batches", 1, "has a wrong checksum."));
    batches.append(opened(1));
    clerk.start();
    await().until(() -> clerk.failure().isPresent());
    assertThat(clerk.failure().orElseThrow()).hasMessageContaining("wrong checksum");
    assertThat(catchUp(Duration.ofSeconds(60)).now()).isCompletedWithValue(false);
  }
}
