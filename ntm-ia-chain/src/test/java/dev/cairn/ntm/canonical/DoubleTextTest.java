package dev.cairn.ntm.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleTextTest {

  @Test
  void text_readsBackAsTheSameDouble() {
    new Random(1)
        .longs(20_000)
        .mapToDouble(Double::longBitsToDouble)
        .filter(Double::isFinite)
        .forEach(value -> assertThat(Double.parseDouble(DoubleText.of(value))).isEqualTo(value));
  }

  @Test
  void text_ofOrdinaryNumbers_hasTheDigitsOfTheSlowWay() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.pow(10, random.nextDouble() * 19 - 4);
      assertThat(new BigDecimal(DoubleText.of(value)))
          .isEqualByComparingTo(DoubleText.shortestByHalving(value));
    }
  }

  @Test
  void text_ofStoredFigures_isTheirShortestDecimal() {
    Random random = new Random(3);
    for (int places : new int[] {1, 2, 5, 12}) {
      for (int i = 0; i < 10_000; i++) {
        BigDecimal figure = BigDecimal.valueOf(random.nextLong((long) 1e15), places);
        String text = DoubleText.of(figure.doubleValue());
        assertThat(text).doesNotContain("e").doesNotMatch(".*[.][0-9]*0");
        assertThat(new BigDecimal(text))
            .isEqualByComparingTo(DoubleText.shortestByHalving(figure.doubleValue()));
      }
    }
  }

  @Test
  void text_ofEachPowerOfTwo_isNoLongerThanAnyThatReadsBack() {
    for (int exponent = Double.MIN_EXPONENT; exponent <= Double.MAX_EXPONENT; exponent++) {
      double value = Math.scalb(1.0, exponent);
      assertThat(DoubleText.shortestByHalving(value).stripTrailingZeros())
          .isEqualTo(shortestByTrying(value).stripTrailingZeros());
    }
  }

  @Test
  void text_whereRoundingToNearestIsTooLong_hasPhpsDigits() {
    assertThat(DoubleText.of(Double.longBitsToDouble(0x0100000000000000L)))
        .isEqualTo("7.291122019556398e-304");
    assertThat(DoubleText.of(Double.MIN_VALUE)).isEqualTo("5.0e-324");
  }

  /** All counts of digits from 1 on, without the shortcut of halving. */
  private static BigDecimal shortestByTrying(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean downReads = down.doubleValue() == value;
      boolean upReads = up.doubleValue() == value;
      if (downReads && upReads) {
        int order = exact.subtract(down).compareTo(up.subtract(exact));
        return order <= 0 ? down : up;
      }
      if (downReads || upReads) {
        return downReads ? down : up;
      }
    }
  }
}
