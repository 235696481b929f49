package dev.cairn.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.Receipt;
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
    before.add(id(9), new byte[10], NOW);
    receipts(before);
    OpenBatch after = new OpenBatch(before.id(), LANE, NOW, NOW + 600_000, LIMITS);
    after.restore(before.closed(NOW).events());

    OpenBatches next = batches();
    next.restore(after);
    Leaf leaf = next.add(LANE, id(2), new byte[10], BatchHints.NONE, NOW + 5);
    assertThat(leaf.batch()).isSameAs(after);
    assertThat(leaf.index()).isEqualTo(2);
    assertThat(next.takeOpened()).isEmpty();
    assertThatThrownBy(() -> next.restore(before)).hasMessageContaining("both open");
  }

  @Test
  void closedBatch_keepsOrderTimesAndPromise() {
    OpenBatch batch = add(LANE, 10).batch();
    receipts(batch);
    assertThat(batch.closed(NOW + 7).openedAtMillis()).isEqualTo(NOW);
    assertThat(batch.closed(NOW + 7).closedAtMillis()).isEqualTo(NOW + 7);
    assertThat(batch.closed(NOW + 7).anchorByMillis()).isEqualTo(NOW + 600_000);
  }

  private static OpenBatches batches() {
    return new OpenBatches(LIMITS, Duration.ofMinutes(10), new Random(1));
  }

  private Leaf add(Lane lane, int bytes) {
    return add(lane, bytes, BatchHints.NONE);
  }

  private Leaf add(Lane lane, int bytes, BatchHints hints) {
    return batches.add(lane, id(1), new byte[bytes], hints, NOW);
  }

  private static void receipts(OpenBatch batch) {
    batch.leaves().forEach(leaf -> leaf.receipt(Receipt.of("e30.e30.AA", 0, new byte[0])));
  }

  private static BatchHints hints(int batchSize, long ttlMillis) {
    return new BatchHints(
        batchSize < 0 ? OptionalInt.empty() : OptionalInt.of(batchSize),
        ttlMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(ttlMillis)));
  }

  private static EventId id(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    return EventId.of(bytes);
  }
}
