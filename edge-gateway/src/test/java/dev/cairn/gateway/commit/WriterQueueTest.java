package dev.cairn.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.gateway.TestSigner;
import dev.cairn.gateway.batch.BatchHints;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WriterQueueTest {

  private static final Candidate EVENT = new Candidate(0, new TestSigner(1).event("a"));

  private final AtomicLong nanos = new AtomicLong();
  private final WriterQueue queue = new WriterQueue(3, nanos::get);
  private final WriterQueue large = new WriterQueue(1000, nanos::get);

  @Test
  void fullQueue_refusesAsOverload() {
    for (int i = 0; i < 3; i++) {
      queue.put(submission(1));
    }
    assertThatThrownBy(() -> queue.put(submission(1)))
        .isInstanceOf(Unavailable.class)
        .extracting(e -> ((Unavailable) e).kind())
        .isEqualTo(Unavailable.Kind.OVERLOADED);
    assertThat(queue.take(0)).hasSize(3);
    queue.put(submission(1));
  }

  @Test
  void take_stopsAtOneWritesWorth() {
    Submission large = submission(WriterQueue.MAX_GROUP_EVENTS);
    Submission next = submission(1);
    queue.put(large);
    queue.put(next);
    assertThat(queue.take(0)).containsExactly(large);
    assertThat(queue.take(0)).containsExactly(next);
    assertThat(queue.take(0)).isEmpty();
  }

  @Test
  void busyQueue_givesOutEverything_thoughNobodyElseComes() {
    putAndTake(WriterQueue.BUSY_REQUESTS);
    Submission alone = submission(1);
    large.put(alone);
    assertThat(large.take(Long.MAX_VALUE)).containsExactly(alone);
  }

  @Test
  void busyQueue_isTakenAtOnce_whenEnoughEventsWait() {
    putAndTake(WriterQueue.BUSY_REQUESTS);
    Submission many = submission(WriterQueue.MAX_GROUP_EVENTS);
    large.put(many);
    Submission next = submission(1);
    large.put(next);
    assertThat(large.take(0)).containsExactly(many);
    assertThat(large.take(0)).containsExactly(next);
  }

  @Test
  void busyQueue_gathersUntilItIsClosed() {
    putAndTake(WriterQueue.BUSY_REQUESTS);
    Submission last = submission(1);
    large.put(last);
    large.close();
    assertThat(large.take(Long.MAX_VALUE)).containsExactly(last);
    assertThat(large.isDrained()).isTrue();
  }

  private void putAndTake(int requests) {
    for (int i = 0; i < requests; i++) {
      large.put(submission(1));
    }
    nanos.addAndGet(WriterQueue.WINDOW.toNanos());
    assertThat(large.take(0)).hasSize(requests);
  }

  @Test
  void closedQueue_givesOutWhatWaits_andTakesNothingMore() {
    Submission waiting = submission(1);
    queue.put(waiting);
    queue.close();
    assertThatThrownBy(() -> queue.put(submission(1))).hasMessageContaining("shutting down");
    assertThat(queue.isDrained()).isFalse();
    assertThat(queue.take(Long.MAX_VALUE)).containsExactly(waiting);
    assertThat(queue.isDrained()).isTrue();
    assertThat(queue.take(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void refusal_answersWhatWaits() {
    Submission waiting = submission(1);
    queue.put(waiting);
    queue.refuseFor(Duration.ZERO);
    assertThat(waiting.answer()).isCompletedExceptionally();
    assertThat(queue.size()).isZero();
  }

  private static Submission submission(int events) {
    return new Submission(
        "default", Optional.empty(), BatchHints.NONE, Collections.nCopies(events, EVENT));
  }
}
