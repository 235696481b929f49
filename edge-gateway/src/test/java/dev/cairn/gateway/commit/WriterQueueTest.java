package dev.cairn.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.gateway.TestSigner;
import dev.cairn.gateway.batch.BatchHints;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriterQueueTest {

  private static final Candidate EVENT = new Candidate(0, new TestSigner(1).event("a"));

  private final WriterQueue queue = new WriterQueue(3);

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
