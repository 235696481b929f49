package dev.cairn.proof.life;

import static dev.cairn.proof.fixture.Batches.ended;
import static dev.cairn.proof.fixture.Batches.mined;
import static dev.cairn.proof.fixture.Batches.returned;
import static dev.cairn.proof.fixture.Batches.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.ChainId;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.proof.fixture.Batches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorRulesTest {
  /** Everything the ingestor can say of one batch, with two blocks and two attempts. */
  private static final List<AnchorEntry> ENTRIES =
      List.of(
          submitted(1, 1),
          submitted(1, 2),
          mined(1, 7),
          mined(1, 9),
          ended(1, 7),
          ended(1, 9),
          returned(1));

  private static final BatchHead HEAD =
      new BatchHead(Batches.id(1), "default", new ChainId(3), 0, null)
          .close(new BatchHead.Closing(1, 2, BatchRoot.of(new byte[32]), 1));

  private static AnchorStanding after(List<AnchorEntry> entries) {
    AnchorStanding standing = AnchorStanding.NONE;
    for (AnchorEntry entry : entries) {
      standing = AnchorRules.apply(standing, entry);
    }
    return standing;
  }

  private static BatchState state(AnchorStanding standing) {
    return new BatchView(HEAD, standing, null).state();
  }

  private static BatchState said(AnchorEntry entry) {
    if (entry instanceof AnchorEntry.Submitted) {
      return BatchState.SUBMITTED;
    }
    if (entry instanceof AnchorEntry.Mined) {
      return BatchState.MINED;
    }
    return entry instanceof AnchorEntry.Final ? BatchState.FINAL : BatchState.CLOSED;
  }

  /** All sequences of up to four entries. */
  private static List<List<AnchorEntry>> sequences() {
    List<List<AnchorEntry>> all = new ArrayList<>(List.of(List.of()));
    for (int from = 0, length = 1; length <= 4; length++) {
      int to = all.size();
      for (; from < to; from++) {
        for (AnchorEntry entry : ENTRIES) {
          List<AnchorEntry> longer = new ArrayList<>(all.get(from));
          longer.add(entry);
          all.add(longer);
        }
      }
    }
    return all;
  }

  @Test
  void apply_ofAnEntryTwice_isTheSameAsOnce() {
    for (List<AnchorEntry> entries : sequences()) {
      AnchorStanding standing = after(entries);
      for (AnchorEntry entry : ENTRIES) {
        AnchorStanding once = AnchorRules.apply(standing, entry);
        assertThat(AnchorRules.apply(once, entry)).as("%s, %s", entries, entry).isSameAs(once);
      }
    }
  }

  @Test
  void apply_leadsToTheStateThatWasSaid_orRepeatsWhatIsKnown() {
    for (List<AnchorEntry> entries : sequences()) {
      AnchorStanding before = after(entries);
      for (AnchorEntry entry : ENTRIES) {
        AnchorStanding standing = AnchorRules.apply(before, entry);
        if (!standing.equals(before)) {
          assertThat(state(standing)).as("%s, %s", entries, entry).isEqualTo(said(entry));
        } else {
          assertThat(state(before).reached(said(entry))).as("%s, %s", entries, entry).isTrue();
        }
      }
    }
  }

  @Test
  void minedAgainAfterFinal_inTheSameBlock_isARepeat() {
    AnchorStanding standing = after(List.of(submitted(1, 1), mined(1, 7), ended(1, 7)));
    assertThat(AnchorRules.apply(standing, mined(1, 7))).isSameAs(standing);
  }

  @Test
  void minedInAnotherBlock_takesFinalityBack() {
    AnchorStanding standing = after(List.of(mined(1, 7), ended(1, 7), mined(1, 9)));
    assertThat(state(standing)).isEqualTo(BatchState.MINED);
  }

  @Test
  void returned_countsSetbacks() {
    AnchorStanding standing =
        after(List.of(submitted(1, 1), returned(1), submitted(1, 2), mined(1, 7), returned(1)));
    assertThat(standing.setbacks()).isEqualTo(2);
    assertThat(state(standing)).isEqualTo(BatchState.CLOSED);
  }

  @Test
  void view_countsAProofOnlyOfAFinalBatch() {
    AnchorStanding ended = after(List.of(ended(1, 7)));
    assertThat(new BatchView(HEAD, ended, 5L).state()).isEqualTo(BatchState.PROVED);
    assertThat(new BatchView(HEAD, after(List.of(mined(1, 7))), 5L).state())
        .isEqualTo(BatchState.MINED);
  }
}
