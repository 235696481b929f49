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
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A crash in each commit of a whole life, in both variants, ends as if it had not happened. */
class CrashTest {
  private static final int COMMITS = 17;

  @TempDir Path dir;
  @TempDir Path calmDir;

  private final MemoryJournal<BatchEntry> batches = new MemoryJournal<>();
  private final MemoryJournal<AnchorEntry> anchors = new MemoryJournal<>();

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
      appendAll();
      second.applyAll();
      StoreInvariants.check(second.store());
      assertThat(StoreInvariants.dump(second.store())).isEqualTo(calm());
    }
  }

  /** The store after the same journals without a crash, which has as many commits as assumed. */
  private Map<String, String> calm() {
    Faults none = Faults.none();
    try (Rehearsal rehearsal = new Rehearsal(calmDir, batches, anchors, none)) {
      // The journals are complete now, so this run reads them in one go.
      rehearsal.applyAll();
      return StoreInvariants.dump(rehearsal.store());
    }
  }

  private int appended;

  private void live(Rehearsal rehearsal) {
    while (appendNext()) {
      rehearsal.applyAll();
    }
  }

  private void appendAll() {
    boolean more = true;
    while (more) {
      more = appendNext();
    }
  }

  private boolean appendNext() {
    switch (appended++) {
      case 0 -> batches.append(opened(1));
      case 1 -> batches.append(opened(2));
      case 2 -> batches.append(closed(1, 5));
      case 3 -> anchors.append(submitted(1, 1));
      case 4 -> anchors.append(mined(1, 7));
      case 5 -> anchors.append(ended(1, 7));
      case 6 -> anchors.append(submitted(2, 1));
      case 7 -> anchors.append(mined(2, 7));
      case 8 -> anchors.append(ended(2, 7));
      case 9 -> batches.append(closed(2, 1));
      case 10 -> anchors.append(returned(1));
      case 11 -> anchors.append(submitted(1, 2));
      case 12 -> anchors.append(mined(1, 9));
      case 13 -> anchors.append(ended(1, 9));
      default -> {
        return false;
      }
    }
    return true;
  }
}
