package dev.cairn.ntm.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.SetClock;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.CheckGroup;
import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainWatchTest {

  @TempDir Path root;

  private final SetClock clock = new SetClock("2026-04-02T17:57:10Z");
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private VectorChain chain;
  private int runs;
  private boolean unreadable;
  private ChainWatch watch;

  @BeforeEach
  void openWatch() throws IOException {
    chain = VectorChain.copy("valid-12", root);
    Examination counted = new Counted(chain.examination(Timestamp.of(clock.instant())));
    watch = new ChainWatch(chain.directory(), counted, clock, waiting::add);
  }

  private final class Counted implements Examination {

    private final Examination examination;

    Counted(Examination examination) {
      this.examination = examination;
    }

    @Override
    public VerificationReport run(Timestamp now) throws IOException {
      runs++;
      if (unreadable) {
        throw new IOException("The disk fails.");
      }
      return examination.run(now);
    }

    @Override
    public Duration maxAge() {
      return examination.maxAge();
    }

    @Override
    public List<Path> inputs() {
      return List.of(root.resolve("keyring.json"));
    }
  }

  private ChainView ask() throws IOException {
    CompletableFuture<ChainView> view = watch.current();
    waiting.forEach(Runnable::run);
    waiting.clear();
    return view.join();
  }

  @Test
  void manyWhoAsk_shareOneRun() throws IOException {
    List<CompletableFuture<ChainView>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(watch.current());
    }
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(all).allSatisfy(view -> assertThat(view.join().report().isValid()).isTrue());
    assertThat(ask().recent()).hasSize(12);
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void newestBlocksAge_isJudgedAnewWithoutARun() throws IOException {
    assertThat(ask().report().isValid()).isTrue();
    clock.advance(Duration.ofMinutes(59));
    ChainView late = ask();
    assertThat(late.report().failures())
        .containsExactly(
            new Failure(
                late.newest().map(RecentBlock::index),
                Check.TIMESTAMP_STALE,
                "The newest block is of 2026-04-02 17:55:10; now is 2026-04-02 18:56:10."));
    assertThat(late.report().failureCounts()).containsEntry(CheckGroup.TIMESTAMP, 1L);
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void staleChainThatIsAskedAgain_failsOnce() throws IOException {
    clock.advance(Duration.ofHours(2));
    assertThat(ask().report().failureCounts()).containsEntry(CheckGroup.TIMESTAMP, 1L);
    clock.advance(Duration.ofMinutes(1));
    assertThat(ask().report().failureCounts()).containsEntry(CheckGroup.TIMESTAMP, 1L);
    assertThat(ask().report().failures()).hasSize(1);
  }

  @Test
  void chainThatMoved_isCheckedAgain() throws IOException {
    ask();
    Files.delete(chain.block(12));
    Files.writeString(root.resolve("last_hash.txt"), "f".repeat(64));
    assertThat(ask().report().failures())
        .extracting(Failure::check)
        .containsExactly(Check.LAST_HASH_MISMATCH);
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void keyringThatChanged_isCheckedAgain() throws IOException {
    ask();
    Files.writeString(root.resolve("keyring.json"), "another");
    ask();
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void fileThatWasChangedInItsPlace_showsWithinTheHour() throws IOException {
    ask();
    Files.writeString(
        chain.block(3), Files.readString(chain.block(3)).replace("\"hub\"", "\"hob\""));
    assertThat(ask().report().isValid()).isTrue();
    clock.advance(ChainWatch.FULL_RUN_EVERY);
    assertThat(ask().report().failures()).extracting(Failure::check).contains(Check.FIELD_MISSING);
  }

  @Test
  void blocksFromTheFuture_areCheckedAgainEachMinute() throws IOException {
    clock.advance(Duration.ofMinutes(-30));
    assertThat(ask().report().isValid()).isFalse();
    assertThat(ask().report().isValid()).isFalse();
    assertThat(runs).isEqualTo(1);
    clock.advance(Duration.ofMinutes(30));
    assertThat(ask().report().isValid()).isTrue();
  }

  @Test
  void clockThatWentBack_isCheckedAgain() throws IOException {
    ask();
    clock.advance(Duration.ofMinutes(-30));
    assertThat(ask().report().failures())
        .extracting(Failure::check)
        .contains(Check.TIMESTAMP_FUTURE);
  }

  @Test
  void runThatFails_isToldAndNotKept() throws IOException {
    unreadable = true;
    assertThatThrownBy(this::ask)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("The disk fails.");
    unreadable = false;
    assertThat(ask().report().isValid()).isTrue();
  }

  @Test
  void blockThatCannotBeRead_isShownWithoutFigures() throws IOException {
    Files.writeString(chain.block(12), "{}");
    ChainView view = ask();
    assertThat(view.newest().orElseThrow().data()).isEmpty();
    assertThat(view.sealedAt()).isEmpty();
  }
}
