package dev.cairn.pact.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

public class DecimalTest {
  @Test
  void places_beyondBounds_areRefused() {
    assertThatThrownBy(() -> new Decimal(256, BigInteger.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A decimal has 0 to 255 places, not 256.");
  }

  @Test
  void toString_keepsPlaces() {
    assertThat(new Decimal(2, BigInteger.valueOf(150))).hasToString("1.50");
    assertThat(new Decimal(0, BigInteger.TWO)).hasToString("2.0");
    assertThat(new Decimal(12, BigInteger.ONE)).hasToString("0.000000000001");
    assertThat(new Decimal(5, BigInteger.ZERO)).hasToString("0.00000");
  }

  @Test
  void equality_isNumeric() {
    Decimal one = new Decimal(1, BigInteger.TEN);
    assertThat(one).isEqualTo(Decimal.of(1)).hasSameHashCodeAs(Decimal.of(1));
    assertThat(one).isNotEqualTo(Decimal.of(2));
  }

  @Property
  void normalized_isTheSameNumberWithoutTrailingZeros(@ForAll("decimals") Decimal number) {
    Decimal shortest = number.normalized();
    assertThat(shortest).isEqualTo(number).hasSameHashCodeAs(number);
    assertThat(shortest.places() == 0 || shortest.mantissa().mod(BigInteger.TEN).signum() != 0)
        .isTrue();
  }

  @Property
  void plus_isCommutativeAssociativeAndUndoneByMinus(
      @ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b, @ForAll("decimals") Decimal c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
  }

  @Property
  void times_distributes(
      @ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b, @ForAll("decimals") Decimal c) {
    assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
  }

  @Property
  void dividedBy_isWithinHalfAUnitOfTheLastPlace(
      @ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
    if (b.mantissa().signum() == 0) {
      return;
    }
    BigDecimal error =
        a.dividedBy(b).toBigDecimal().multiply(b.toBigDecimal()).subtract(a.toBigDecimal()).abs();
    BigDecimal halfUnit = new BigDecimal("0.5").movePointLeft(Decimal.MAX_PLACES);
    assertThat(error).isLessThanOrEqualTo(halfUnit.multiply(b.toBigDecimal().abs()));
  }

  @Property
  void rounded_floorAndCeilingEnclose(@ForAll("decimals") Decimal a) {
    BigDecimal floor = new BigDecimal(a.rounded(RoundingMode.FLOOR));
    BigDecimal ceiling = new BigDecimal(a.rounded(RoundingMode.CEILING));
    assertThat(a.toBigDecimal()).isBetween(floor, ceiling);
    assertThat(ceiling.subtract(floor)).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
  }

  @Provide
  Arbitrary<Decimal> decimals() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 20);
    Arbitrary<BigInteger> mantissas =
        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30));
    return Combinators.combine(places, mantissas).as(Decimal::new);
  }
}
