package dev.cairn.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.gateway.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {
  private static final Quota TEN_A_DAY = new Quota(10, 100, 0, 0);

  private final TestClock clock = new TestClock(Instant.parse("2026-11-29T12:00:00Z"));
  private final Usage usage = new Usage(clock, Optional.empty());

  private void accept(int events) {
    assertThat(usage.reserve(events, events * 100L, Quota.UNLIMITED)).isEmpty();
    usage.settle(events, events * 100L, events, events * 100L);
  }

  @Test
  void reservation_countsAgainstTheQuotaUntilItIsSettled() {
    assertThat(usage.reserve(6, 600, TEN_A_DAY)).isEmpty();
    assertThat(usage.reserve(6, 600, TEN_A_DAY)).contains(Instant.parse("2026-11-30T00:00:00Z"));
    usage.settle(6, 600, 2, 200);
    assertThat(usage.totals().ofDay()).isEqualTo(new Count(2, 200));
    assertThat(usage.reserve(8, 800, TEN_A_DAY)).isEmpty();
  }

  @Test
  void quotas_beginAnewWithTheDayAndTheMonth() {
    accept(10);
    assertThat(usage.reserve(1, 1, TEN_A_DAY)).isPresent();
    clock.advance(Duration.ofDays(1));
    assertThat(usage.totals().ofDay()).isEqualTo(Count.ZERO);
    assertThat(usage.totals().ofMonth().events()).isEqualTo(10);
    accept(90);
    assertThat(usage.reserve(1, 1, new Quota(0, 100, 0, 0)))
        .contains(Instant.parse("2026-12-01T00:00:00Z"));
    clock.advance(Duration.ofDays(1));
    assertThat(usage.totals().ofMonth()).isEqualTo(Count.ZERO);
    assertThat(usage.totals().ever().events()).isEqualTo(100);
  }

  @Test
  void clockThatGoesBack_givesNobodyANewDay() {
    accept(10);
    clock.advance(Duration.ofDays(-3));
    assertThat(usage.reserve(1, 1, TEN_A_DAY)).isPresent();
    assertThat(usage.totals().ofDay().events()).isEqualTo(10);
  }

  @Test
  void bytes_areLimitedLikeEvents() {
    assertThat(usage.reserve(1, 1001, new Quota(0, 0, 1000, 0))).isPresent();
    assertThat(usage.reserve(1, 1001, new Quota(0, 0, 0, 1000))).isPresent();
    assertThat(usage.reserve(1, 1000, new Quota(0, 0, 1000, 1000))).isEmpty();
  }
}
