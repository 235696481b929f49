package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.metrics.MetricsSource;
import dev.cairn.ntm.schedule.SealListener;
import dev.cairn.ntm.schedule.SealTimer;
import dev.cairn.ntm.schedule.SealingSchedule;
import dev.cairn.ntm.seal.SealException.Retryable;
import dev.cairn.ntm.seal.SealOutcome.Busy;
import dev.cairn.ntm.seal.SealOutcome.Sealed;
import dev.cairn.ntm.seal.SealOutcome.TooSoon;
import dev.cairn.ntm.store.ChainLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schedule with a clock and a timer that the test turns. */
class SealingScheduleTest {

  @TempDir Path root;

  private final List<Object> events = new ArrayList<>();
  private SealerFixture chain;
  private HandTimer timer;
  private MetricsSource source;

  /** Keeps the one piece of work that waits, and for how long it was told to. */
  private static final class HandTimer implements SealTimer {

    private @Nullable Runnable work;
    private Duration delay = Duration.ZERO;

    @Override
    public void after(Duration newDelay, Runnable newWork) {
      assertThat(work).isNull();
      delay = newDelay;
      work = newWork;
    }

    void run() {
      Runnable due = work;
      work = null;
      assertThat(due).isNotNull();
      due.run();
    }
  }

  @BeforeEach
  void startSchedule() {
    chain = new SealerFixture(root.resolve("chain"));
    source = chain.source;
    timer = new HandTimer();
    SealListener listener =
        new SealListener() {
          @Override
          public void ended(SealOutcome outcome) {
            events.add(outcome);
          }

          @Override
          public void failed(Exception why) {
            events.add(why);
          }
        };
    new SealingSchedule(
            chain.sealer(),
            () -> source.read(),
            Sealer.DEFAULT_INTERVAL,
            chain.clock,
            timer,
            listener)
        .start();
  }

  private Object last() {
    return events.get(events.size() - 1);
  }

  @Test
  void blocks_comeAnIntervalApart() throws IOException {
    for (int i = 1; i <= 3; i++) {
      timer.run();
      assertThat(last()).isInstanceOf(Sealed.class);
      assertThat(timer.delay).isEqualTo(Sealer.DEFAULT_INTERVAL);
      chain.clock.advanceMinutes(10);
    }
    assertThat(chain.verify().blocks()).isEqualTo(3);
  }

  @Test
  void blockOfAnotherSealer_movesTheSlot() throws IOException, SealException {
    timer.run();
    chain.clock.advanceMinutes(7);
    chain.sealer().seal(chain.source);
    chain.clock.advanceMinutes(3);
    timer.run();
    assertThat(last()).isInstanceOf(TooSoon.class);
    assertThat(timer.delay).isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void missedSlots_areNotFilledIn() throws IOException {
    timer.run();
    chain.clock.advanceMinutes(60);
    timer.run();
    assertThat(timer.delay).isEqualTo(Sealer.DEFAULT_INTERVAL);
    assertThat(chain.verify().blocks()).isEqualTo(2);
  }

  @Test
  void sourceThatIsDown_isAskedAgainInAMinute() {
    source =
        () -> {
          throw new IOException("down");
        };
    timer.run();
    assertThat(last()).isInstanceOf(Retryable.class);
    assertThat(timer.delay).isEqualTo(Duration.ofMinutes(1));
    source = chain.source;
    timer.run();
    assertThat(last()).isInstanceOf(Sealed.class);
  }

  @Test
  void sourceThatIsDefective_doesNotEndTheSchedule() {
    source =
        () -> {
          throw new IllegalStateException("defect");
        };
    timer.run();
    assertThat(last()).isInstanceOf(IllegalStateException.class);
    source = chain.source;
    timer.run();
    assertThat(last()).isInstanceOf(Sealed.class);
  }

  @Test
  void clockThatWentBack_makesNoBlock() {
    timer.run();
    chain.clock.advanceMinutes(-30);
    timer.run();
    assertThat(last()).isInstanceOf(Retryable.class);
    assertThat(timer.delay).isEqualTo(Duration.ofMinutes(1));
    chain.clock.advanceMinutes(40);
    timer.run();
    assertThat(last()).isInstanceOf(Sealed.class);
  }

  @Test
  void otherSealerAtWork_isWaitedFor() throws IOException {
    Files.createDirectories(chain.directory.root());
    try (ChainLock lock = ChainLock.tryAcquire(chain.directory.root()).orElseThrow()) {
      timer.run();
      assertThat(lock).isNotNull();
      assertThat(last()).isInstanceOf(Busy.class);
    }
    timer.run();
    assertThat(last()).isInstanceOf(Sealed.class);
  }
}
