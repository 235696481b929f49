package dev.cairn.proof.join;

import static dev.cairn.proof.fixture.Batches.closed;
import static dev.cairn.proof.fixture.Batches.ended;
import static dev.cairn.proof.fixture.Batches.event;
import static dev.cairn.proof.fixture.Batches.id;
import static dev.cairn.proof.fixture.Batches.mined;
import static dev.cairn.proof.fixture.Batches.opened;
import static dev.cairn.proof.fixture.Batches.returned;
import static dev.cairn.proof.fixture.Batches.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.MemoryJournal;
import dev.cairn.proof.life.BatchState;
import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.LeafPlace;
import dev.cairn.proof.store.StoreInvariants;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinerTest {
  @TempDir Path dir;

  private final MemoryJournal<BatchEntry> batches = new MemoryJournal<>();
  private final MemoryJournal<AnchorEntry> anchors = new MemoryJournal<>();
  private Rehearsal rehearsal;

  @BeforeEach
  void open() {
    rehearsal = new Rehearsal(dir, batches, anchors, Faults.none());
  }

  @AfterEach
  void checkAndClose() {
    StoreInvariants.check(rehearsal.store());
    rehearsal.close();
  }

  private BatchState state(int number) {
    return rehearsal.store().view(id(number)).orElseThrow().state();
  }

  @Test
  void batch_goesThroughItsLife() {
    batches.append(opened(1));
    rehearsal.applyBatches();
    assertThat(state(1)).isEqualTo(BatchState.OPEN);
    batches.append(closed(1, 3));
    rehearsal.applyBatches();
    assertThat(state(1)).isEqualTo(BatchState.CLOSED);
    anchors.append(submitted(1, 1));
    rehearsal.applyAnchors();
    assertThat(state(1)).isEqualTo(BatchState.SUBMITTED);
    anchors.append(mined(1, 7));
    rehearsal.applyAnchors();
    assertThat(state(1)).isEqualTo(BatchState.MINED);
    anchors.append(ended(1, 7));
    rehearsal.applyAnchors();
    assertThat(state(1)).isEqualTo(BatchState.FINAL);
    rehearsal.applyProofs();
    assertThat(state(1)).isEqualTo(BatchState.PROVED);
  }

  @Test
  void anchorEntries_beforeTheBatch_areJoinedWhenItCloses() {
    anchors.append(submitted(1, 1));
    anchors.append(mined(1, 7));
    anchors.append(ended(1, 7));
    rehearsal.applyAnchors();
    assertThat(rehearsal.store().view(id(1))).isEmpty();
    assertThat(rehearsal.news()).isEmpty();
    batches.append(opened(1));
    batches.append(closed(1, 3));
    rehearsal.applyBatches();
    assertThat(state(1)).isEqualTo(BatchState.FINAL);
    assertThat(rehearsal.news()).contains(new News.BecameDue(new Due(id(1), 3)));
  }

  @Test
  void repeatedEntries_changeNothing() {
    appendLife(1);
    rehearsal.applyAll();
    Map<String, String> once = withoutPositions();
    appendLife(1);
    rehearsal.applyAll();
    assertThat(withoutPositions()).isEqualTo(once);
  }

  @Test
  void closedTwiceWithOtherEvents_keepsTheFirst() {
    batches.append(closed(1, 3));
    batches.append(closed(1, 5));
    rehearsal.applyBatches();
    assertThat(rehearsal.store().events().leaves(id(1))).hasSize(3);
  }

  @Test
  void returnedAfterProof_dropsTheProofAndGoesBack() {
    appendLife(1);
    rehearsal.applyAll();
    anchors.append(returned(1));
    rehearsal.applyAnchors();
    assertThat(state(1)).isEqualTo(BatchState.CLOSED);
    assertThat(rehearsal.store().proofs().get(id(1))).isEmpty();
    assertThat(rehearsal.news()).contains(new News.Withdrawn(id(1)));
    anchors.append(submitted(1, 2));
    anchors.append(mined(1, 9));
    anchors.append(ended(1, 9));
    rehearsal.applyAll();
    assertThat(state(1)).isEqualTo(BatchState.PROVED);
    assertThat(rehearsal.store().view(id(1)).orElseThrow().standing().setbacks()).isEqualTo(1);
  }

  @Test
  void finalInAnotherBlock_dropsTheProofOfTheFirst() {
    appendLife(1);
    rehearsal.applyAll();
    anchors.append(ended(1, 8));
    rehearsal.applyAnchors();
    assertThat(state(1)).isEqualTo(BatchState.FINAL);
    rehearsal.applyProofs();
    assertThat(state(1)).isEqualTo(BatchState.PROVED);
  }

  @Test
  void proofOfAFinalityThatWasWithdrawn_isThrownAway() {
    appendLife(1);
    rehearsal.applyBatches();
    rehearsal.applyAnchors();
    ProvedAnchor late = rehearsal.prove(rehearsal.store().due().all().get(0));
    anchors.append(returned(1));
    anchors.append(ended(1, 8));
    rehearsal.applyAnchors();
    assertThat(rehearsal.handIn(late)).isEmpty();
    assertThat(state(1)).isEqualTo(BatchState.FINAL);
  }

  @Test
  void eventInTwoBatches_keepsItsFirstPlace() {
    batches.append(closed(1, List.of(event(1, 0), event(1, 1), event(1, 0))));
    batches.append(closed(2, List.of(event(1, 1), event(2, 0))));
    rehearsal.applyBatches();
    assertThat(rehearsal.store().events().place(event(1, 0).id()))
        .contains(new LeafPlace(id(1), new LeafIndex(0)));
    assertThat(rehearsal.store().events().place(event(1, 1).id()))
        .contains(new LeafPlace(id(1), new LeafIndex(1)));
    assertThat(rehearsal.store().events().place(event(2, 0).id()))
        .contains(new LeafPlace(id(2), new LeafIndex(1)));
  }

  private void appendLife(int number) {
    batches.append(opened(number));
    batches.append(closed(number, 3));
    anchors.append(submitted(number, 1));
    anchors.append(mined(number, 7));
    anchors.append(ended(number, 7));
  }

  private Map<String, String> withoutPositions() {
    Map<String, String> rows = StoreInvariants.dump(rehearsal.store());
    rows.keySet().removeIf(key -> key.startsWith("META"));
    return rows;
  }
}
