package dev.cairn.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Rate TEN = new Rate(10, 20);

  /** Somewhere near the end of the monotonic clock's numbers, where they turn negative. */
  private final long start = Long.MAX_VALUE / 2;

  private final TokenBucket bucket = new TokenBucket(start);

  @Test
  void fullBucket_givesItsBurstAndThenTheRate() {
    assertThat(bucket.take(20, TEN, start)).isZero();
    assertThat(bucket.take(1, TEN, start)).isEqualTo(SECOND / 10);
    assertThat(bucket.take(1, TEN, start + SECOND / 10)).isZero();
    assertThat(bucket.take(1, TEN, start + SECOND / 10)).isPositive();
    assertThat(bucket.take(20, TEN, start + 10 * SECOND)).isZero();
  }

  @Test
  void refusal_takesNothingAndSaysWhenToComeAgain() {
    assertThat(bucket.take(15, TEN, start)).isZero();
    long wait = bucket.take(10, TEN, start);
    assertThat(wait).isEqualTo(SECOND / 2);
    assertThat(bucket.take(10, TEN, start + wait - 1)).isEqualTo(1);
    assertThat(bucket.take(10, TEN, start + wait)).isZero();
  }

  @Test
  void moreThanTheBucketHolds_isTakenFromAFullOneOnCredit() {
    assertThat(bucket.take(100, TEN, start)).isZero();
    // 80 events of debt, and room for one: 8.1 seconds.
    assertThat(bucket.take(1, TEN, start)).isEqualTo(81 * SECOND / 10);
  }

  @Test
  void unlimitedRate_neverRefuses() {
    assertThat(bucket.take(Integer.MAX_VALUE, Rate.UNLIMITED, start)).isZero();
    assertThat(bucket.take(1, Rate.UNLIMITED, start)).isZero();
  }

  @Test
  void signers_haveBucketsOfTheirOwnPerTenant() {
    SignerBuckets signers = new SignerBuckets();
    Rate one = new Rate(1, 1);
    assertThat(signers.take("a", "did:key:x", one, start)).isZero();
    assertThat(signers.take("a", "did:key:x", one, start)).isPositive();
    assertThat(signers.take("b", "did:key:x", one, start)).isZero();
    assertThat(signers.take("a", "did:key:y", one, start)).isZero();
  }

  @Test
  void strangers_canNotFillMoreThanTheSlots() {
    SignerBuckets signers = new SignerBuckets();
    Rate one = new Rate(1, 1);
    // More signers than slots: the table is an array of that length, so this cannot grow it; and
    // each stranger still gets its first event in.
    for (int i = 0; i < 3 * SignerBuckets.SLOTS; i++) {
      assertThat(signers.take("a", "stranger " + i, one, start)).isZero();
    }
  }
}
