package dev.cairn.proof.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.proof.life.BatchState;
import dev.cairn.proof.wait.Waiters.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitersTest {
  private final Waiters waiters = new Waiters(3);

  private Waiter enter(String key, BatchState wanted) {
    return waiters.enter(key, wanted).orElseThrow();
  }

  @Test
  void announce_wakesThoseWhoWantThatStateOrAnEarlierOne() {
    Waiter closed = enter("a", BatchState.CLOSED);
    Waiter mined = enter("a", BatchState.MINED);
    Waiter other = enter("b", BatchState.CLOSED);
    waiters.announce("a", BatchState.SUBMITTED);
    assertThat(closed.woken()).isCompletedWithValue(BatchState.SUBMITTED);
    assertThat(mined.woken()).isNotDone();
    assertThat(other.woken()).isNotDone();
    assertThat(waiters.size()).isEqualTo(2);
  }

  @Test
  void enter_beyondTheCapacity_isRefusedUntilSomebodyLeaves() {
    Waiter first = enter("a", BatchState.PROVED);
    enter("a", BatchState.PROVED);
    enter("b", BatchState.PROVED);
    assertThat(waiters.enter("c", BatchState.PROVED)).isEmpty();
    first.leave();
    assertThat(waiters.enter("c", BatchState.PROVED)).isPresent();
    assertThat(waiters.enter("c", BatchState.PROVED)).isEmpty();
  }

  @Test
  void leave_afterLeavingOrWaking_freesThePlaceOnce() {
    Waiter left = enter("a", BatchState.PROVED);
    left.leave();
    left.leave();
    Waiter woken = enter("a", BatchState.PROVED);
    waiters.announce("a", BatchState.PROVED);
    woken.leave();
    assertThat(waiters.size()).isZero();
    waiters.announce("a", BatchState.PROVED);
    assertThat(left.woken()).isNotDone();
  }

  @Test
  void entersAndAnnouncements_onManyThreads_loseNobody() throws Exception {
    Waiters many = new Waiters(100_000);
    AtomicInteger reached = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> runs = new ArrayList<>();
    for (int key = 0; key < 2_000; key++) {
      Integer shared = key;
      AtomicInteger state = new AtomicInteger();
      for (int i = 0; i < 3; i++) {
        runs.add(threads.submit(() -> waitFor(many, shared, state, reached)));
      }
      runs.add(
          threads.submit(
              () -> {
                state.set(1);
                many.announce(shared, BatchState.PROVED);
              }));
    }
    for (Future<?> run : runs) {
      run.get(20, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertThat(reached).hasValue(6_000);
    assertThat(many.size()).isZero();
  }

  /** Enters, looks, and counts itself when it has seen the state or is woken. */
  private static void waitFor(
      Waiters many, Integer key, AtomicInteger state, AtomicInteger reached) {
    Waiter waiter = many.enter(key, BatchState.PROVED).orElseThrow();
    if (state.get() == 1) {
      waiter.leave();
      reached.incrementAndGet();
    } else {
      var unused = waiter.woken().thenRun(reached::incrementAndGet);
    }
  }
}
