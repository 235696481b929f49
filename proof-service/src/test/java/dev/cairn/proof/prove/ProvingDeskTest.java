package dev.cairn.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.proof.fixture.Batches;
import dev.cairn.proof.fixture.MadeUpAnchor;
import dev.cairn.proof.join.ProvedAnchor;
import dev.cairn.proof.life.BlockPlace;
import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.StoredProof;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvingDeskTest {
  private static final StoredProof PROOF =
      new StoredProof(
          MadeUpAnchor.in(
              new BlockPlace(new ChainId(0), new BlockHeight(1), Hash.parse(Batches.block(1)))),
          1);

  private final Queue<ProvedAnchor> results = new ConcurrentLinkedQueue<>();
  private final Set<Due> failing = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Error> error = new AtomicReference<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ProvingDesk desk =
      new ProvingDesk(
          this::prove,
          results::add,
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(4)),
          new Random(1),
          2);

  private StoredProof prove(Due due) {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      if (due.finality() < 0) {
        gate.await();
      }
      Error thrown = error.get();
      if (thrown != null) {
        throw thrown;
      }
      if (failing.contains(due)) {
        throw new IllegalStateException("not now");
      }
      return PROOF;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      running.decrementAndGet();
    }
  }

  @AfterEach
  void close() {
    gate.countDown();
    desk.close();
  }

  private static Due due(int number, long finality) {
    return new Due(Batches.id(number), finality);
  }

  @Test
  void batch_isProvedOnceItCanBe() {
    failing.add(due(1, 1));
    desk.take(due(1, 1));
    await().until(() -> desk.failures() >= 5);
    assertThat(results).isEmpty();
    failing.clear();
    await().until(() -> desk.size() == 0);
    assertThat(results).containsExactly(new ProvedAnchor(due(1, 1), PROOF));
  }

  @Test
  void proverThatThrowsAnError_isTriedAgain() {
    error.set(new StackOverflowError());
    desk.take(due(1, 1));
    await().until(() -> desk.failures() >= 2);
    error.set(null);
    await().until(() -> results.size() == 1);
  }

  @Test
  void failingBatches_doNotHoldUpOthers() {
    for (int i = 0; i < 20; i++) {
      failing.add(due(i, 1));
      desk.take(due(i, 1));
    }
    desk.take(due(100, 1));
    await().until(() -> results.size() == 1);
    assertThat(desk.size()).isEqualTo(20);
  }

  @Test
  void proofsAtTheSameTime_areNoMoreThanThreads() {
    for (int i = 0; i < 50; i++) {
      desk.take(due(i, -1));
    }
    await().until(() -> running.get() == 2);
    gate.countDown();
    await().until(() -> results.size() == 50);
    assertThat(mostRunning).hasValue(2);
  }

  @Test
  void laterFinality_replacesTheEarlierOne() {
    failing.add(due(1, 1));
    desk.take(due(1, 1));
    await().until(() -> desk.failures() >= 2);
    desk.take(due(1, 2));
    await().until(() -> desk.size() == 0);
    assertThat(results).extracting(ProvedAnchor::due).containsExactly(due(1, 2));
  }

  @Test
  void forgottenBatch_isNotTriedAgain() {
    failing.add(due(1, 1));
    desk.take(due(1, 1));
    await().until(() -> desk.failures() >= 2);
    desk.forget(Batches.id(1));
    failing.clear();
    desk.take(due(2, 1));
    await().until(() -> results.size() == 1);
    assertThat(desk.size()).isZero();
    assertThat(results).extracting(ProvedAnchor::due).containsExactly(due(2, 1));
  }

  @Test
  void close_endsProofsUnderWay() {
    desk.take(due(1, -1));
    await().until(() -> running.get() == 1);
    desk.close();
    assertThat(running).hasValue(0);
    assertThat(results).isEmpty();
    desk.take(due(2, 1));
    assertThat(results).isEmpty();
  }
}
