package dev.cairn.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenBatchesTest {

  private static final BatchLimits LIMITS = new BatchLimits(4, 100, Duration.ofSeconds(1));
  private static final Lane LANE = new Lane("default", 3);
  private static final long NOW = 1_000_000;

  private final OpenBatches batches = batches();

  @Test
  void events_joinTheBatchOfTheirLaneInOrder() {
    Leaf first = add(LANE, 10);
    Leaf second = add(LANE, 10);
    Leaf other = add(new Lane("default", 4), 10);

    assertThat(second.batch()).isSameAs(first.batch());
    assertThat(List.of(first.index(), second.index(), other.index())).containsExactly(0, 1, 0);
    assertThat(other.batch()).isNotSameAs(first.batch());
    assertThat(batches.takeOpened()).containsExactly(first.batch(), other.batch());
    assertThat(batches.takeOpened()).isEmpty();
  }

  @Test
  void batch_closesWithItsLastEventByCount() {
    OpenBatch batch = add(LANE, 1).batch();
    add(LANE, 1);
    add(LANE, 1);
    assertThat(batches.takeComplete()).isEmpty();
    add(LANE, 1);
    assertThat(batches.takeComplete()).containsExactly(batch);
    assertThat(add(LANE, 1).batch()).isNotSameAs(batch);
  }

  @Test
  void batch_closesBeforeTheEventThatWouldExceedItsBytes() {
    OpenBatch batch = add(LANE, 60).batch();
    Leaf next = add(LANE, 60);
    assertThat(batches.takeComplete()).containsExactly(batch);
    assertThat(next.batch()).isNotSameAs(batch);
    assertThat(next.index()).isZero();
  }

  @Test
  void event_largerThanABatch_getsABatchOfItsOwn() {
    Leaf leaf = add(LANE, 1000);
    assertThat(batches.takeComplete()).containsExactly(leaf.batch());
  }

  @Test
  void batch_closesByAge_notBefore() {
    OpenBatch batch = add(LANE, 1).batch();
    assertThat(batches.nextDueMillis()).hasValue(NOW + 1000);
    batches.completeDue(NOW + 999);
    assertThat(batches.takeComplete()).isEmpty();
    batches.completeDue(NOW + 1000);
    assertThat(batches.takeComplete()).containsExactly(batch);
    assertThat(batches.nextDueMillis()).isEmpty();
  }

  @Test
  void batch_closesWhenTheClockIsSetBack() {
    OpenBatch batch = add(LANE, 1).batch();
    batches.completeDue(NOW - 1);
    assertThat(batches.takeComplete()).containsExactly(batch);
  }

  @Test
  void hints_lowerTheLimitsOfTheBatchThatTheEventJoins() {
    OpenBatch small = add(LANE, 1, hints(2, -1)).batch();
    add(LANE, 1);
    assertThat(batches.takeComplete()).containsExactly(small);

    add(LANE, 1, hints(-1, 10));
    assertThat(batches.nextDueMillis()).hasValue(NOW + 10);
  }

  @Test
  void hints_neverRaiseLimits() {
    add(LANE, 1, hints(1000, 60_000));
    assertThat(batches.nextDueMillis()).hasValue(NOW + 1000);
    OpenBatch batch = add(LANE, 1).batch();
    add(LANE, 1);
    add(LANE, 1);
    assertThat(batches.takeComplete()).containsExactly(batch);
  }

  @Test
  void hintOfOne_closesAGrownBatchAtOnce() {
    add(LANE, 1);
    OpenBatch batch = add(LANE, 1, hints(1, -1)).batch();
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batches.takeComplete()).containsExactly(batch);
  }

  @Test
  void restoredBatch_isContinued() {
    OpenBatch before = add(LANE, 10).batch();
    OpenBatch after = new OpenBatch(before.id(), LANE, NOW, NOW + 600_000, LIMITS);
    after.restore(2, 20);

    OpenBatches next = batches();
    next.restore(after);
    Leaf leaf = next.add(LANE, 10, BatchHints.NONE, NOW + 5);
    assertThat(leaf.batch()).isSameAs(after);
    assertThat(leaf.index()).isEqualTo(2);
    assertThat(next.takeOpened()).isEmpty();
    assertThatThrownBy(() -> next.restore(before)).hasMessageContaining("both open");
  }

  @Test
  void loweredBatch_isToldOnce_andOnlyWhenItsLimitsChanged() {
    OpenBatch batch = add(LANE, 1, hints(3, 500)).batch();
    assertThat(batches.takeLowered()).containsExactly(batch);
    add(LANE, 1, hints(3, 600));
    assertThat(batches.takeLowered()).isEmpty();
    assertThat(batch.maxEvents()).isEqualTo(3);
    assertThat(batch.closeAtMillis()).isEqualTo(NOW + 500);
  }

  private static OpenBatches batches() {
    return new OpenBatches(LIMITS, Duration.ofMinutes(10), new Random(1));
  }

  private Leaf add(Lane lane, int bytes) {
    return add(lane, bytes, BatchHints.NONE);
  }

  private Leaf add(Lane lane, int bytes, BatchHints hints) {
    return batches.add(lane, bytes, hints, NOW);
  }

  private static BatchHints hints(int batchSize, long ttlMillis) {
    return new BatchHints(
        batchSize < 0 ? OptionalInt.empty() : OptionalInt.of(batchSize),
        ttlMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(ttlMillis)));
  }
}
