package dev.cairn.proof.join;

import static dev.cairn.proof.fixture.Batches.closed;
import static dev.cairn.proof.fixture.Batches.ended;
import static dev.cairn.proof.fixture.Batches.mined;
import static dev.cairn.proof.fixture.Batches.opened;
import static dev.cairn.proof.fixture.Batches.returned;
import static dev.cairn.proof.fixture.Batches.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.MemoryJournal;
import dev.cairn.proof.store.StoreInvariants;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A crash in each commit of two whole lives, in both variants, ends as if it had not happened. */
class CrashTest {
  /** Two batches, one closed late, one with a reorganisation after its proof. */
  private static final List<Object> LIVES =
      List.of(
          opened(1),
          opened(2),
          closed(1, 5),
          submitted(1, 1),
          mined(1, 7),
          ended(1, 7),
          submitted(2, 1),
          mined(2, 7),
          ended(2, 7),
          closed(2, 1),
          returned(1),
          submitted(1, 2),
          mined(1, 9),
          ended(1, 9));

  /** One per entry, one per proof: the first batch is proved twice. */
  private static final int COMMITS = LIVES.size() + 3;

  /** The store after the same lives without a crash. */
  private static Map<String, String> calm;

  @TempDir Path dir;

  private final MemoryJournal<BatchEntry> batches = new MemoryJournal<>();
  private final MemoryJournal<AnchorEntry> anchors = new MemoryJournal<>();
  private int appended;

  @BeforeAll
  static void liveInCalm(@TempDir Path calmDir) {
    CrashTest test = new CrashTest();
    Faults none = Faults.none();
    try (Rehearsal rehearsal = new Rehearsal(calmDir, test.batches, test.anchors, none)) {
      test.live(rehearsal);
      calm = StoreInvariants.dump(rehearsal.store());
    }
    assertThat(none.commits()).isEqualTo(COMMITS);
  }

  static Stream<Arguments> everyCommitInBothVariants() {
    return IntStream.range(0, COMMITS)
        .boxed()
        .flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)));
  }

  @ParameterizedTest(name = "commit {0}, done: {1}")
  @MethodSource("everyCommitInBothVariants")
  void crash_inACommit_isRepairedByTheNextOpening(int commit, boolean done) {
    Faults faults = Faults.at(commit, done);
    try (Rehearsal first = new Rehearsal(dir, batches, anchors, faults)) {
      assertThatThrownBy(() -> live(first)).isInstanceOf(Faults.Crash.class);
      StoreInvariants.check(first.store());
    }
    try (Rehearsal second = new Rehearsal(dir, batches, anchors, Faults.none())) {
      second.applyAll();
      live(second);
      StoreInvariants.check(second.store());
      assertThat(StoreInvariants.dump(second.store())).isEqualTo(calm);
    }
  }

  /** Appends what is left of the lives, entry by entry, and applies each. */
  private void live(Rehearsal rehearsal) {
    while (appended < LIVES.size()) {
      append(LIVES.get(appended++));
      rehearsal.applyAll();
    }
  }

  private void append(Object entry) {
    if (entry instanceof BatchEntry batch) {
      batches.append(batch);
    } else {
      anchors.append((AnchorEntry) entry);
    }
  }
}
