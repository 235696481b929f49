package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Backoff backoff = new Backoff(FIRST, LONGEST, new Random(1));

  @Test
  void next_repeated_growsToTheLongestAndStaysThere() {
    for (int i = 0; i < 100; i++) {
      Duration most = i < 7 ? FIRST.multipliedBy(1L << i) : LONGEST;
      assertThat(backoff.next()).as("pause %s", i).isBetween(most.dividedBy(2), most);
    }
  }

  @Test
  void reset_startsAgain() {
    for (int i = 0; i < 10; i++) {
      backoff.next();
    }
    backoff.reset();

    assertThat(backoff.next()).isLessThanOrEqualTo(FIRST);
  }

  @Test
  void longestBelowTheFirst_isRefused() {
    assertThatThrownBy(
            () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random(1)))
        .hasMessageStartingWith("The first pause is above zero and at most the longest");
  }
}
