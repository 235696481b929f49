package dev.cairn.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));

  @Test
  void after_growsToTheCapAndStaysThere() {
    Random random = new Random(1);
    for (int failures = 1; failures < 1000; failures++) {
      long nominal = failures > 9 ? 30_000 : Math.min(100L << (failures - 1), 30_000);
      assertThat(backoff.after(failures, random).toMillis()).isBetween(nominal / 2, nominal);
    }
  }

  @Test
  void after_spreadsTries() {
    Random random = new Random(1);
    assertThat(random.ints(50).mapToObj(i -> backoff.after(5, random)).distinct().count())
        .isGreaterThan(40);
  }

  @Test
  void backoff_thatCouldSpin_isRefused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("1 ms");
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
