package dev.cairn.pact.decimal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscendentalTest {
  @ParameterizedTest
  @CsvSource({
    "exp, 1, 2.718281828459045090795598298427648842334747314453125",
    "exp, 16, 8886110.520507872104644775390625",
    "exp, 0, 1",
    "exp, -2000, 0",
    "ln, 60, 4.09434456222210041431708305026404559612274169921875",
    "ln, 1, 0",
    "sqrt, 15, 3.87298334620741702138957407441921532154083251953125",
    "sqrt, 0, 0",
    "sqrt, 1e-4, 0.01000000000000000020816681711721685132943093776702880859375",
  })
  void function_ofKnownValue(String name, String argument, String value) {
    Decimal operand = decimal(argument);
    Optional<Decimal> result =
        switch (name) {
          case "exp" -> Transcendental.exp(operand);
          case "ln" -> Transcendental.ln(operand);
          default -> Transcendental.sqrt(operand);
        };
    assertThat(result).contains(decimal(value));
  }

  @ParameterizedTest
  @CsvSource({
    "81.0, 0.5, 9",
    "4, -1, 0.25",
    "2.5, 3, 15.625",
    "-2, 3, -8",
    "-2, 2, 4",
    "0, 2, 0",
    "0, 0, 1",
    "-5, 0, 1",
  })
  void power_exact(String base, String exponent, String value) {
    assertThat(Transcendental.power(decimal(base), decimal(exponent))).contains(decimal(value));
  }

  @Test
  void power_halfwayBetweenNeighbours_goesToEven() {
    // Squares of 54 bits that end in 01 and 11: the middle of two numbers of 53 bits.
    long down = (1L << 26) + (1L << 25) + 1;
    assertThat(Transcendental.power(Decimal.of(down), Decimal.of(2)))
        .contains(decimal(new BigDecimal((double) (down * down)).toString()));
  }

  @Test
  void log_ofFourFifteen() {
    assertThat(Transcendental.log(decimal("4.0"), decimal("15")))
        .contains(decimal("1.953445297804259350726852062507532536983489990234375"));
  }

  @Test
  void function_withoutResult_isEmpty() {
    assertThat(Transcendental.power(decimal("-2"), decimal("0.5"))).isEmpty();
    assertThat(Transcendental.power(decimal("0"), decimal("-1"))).isEmpty();
    assertThat(Transcendental.exp(decimal("1e9"))).isEmpty();
    assertThat(Transcendental.log(decimal("1"), decimal("7"))).isEmpty();
  }

  /** The JDK's square root is correctly rounded, so it is an independent model. */
  @Property
  void sqrt_likeTheProcessor(@ForAll @DoubleRange(min = 0.01, max = 1e40) double number) {
    Decimal exact = Decimal.normalized(new BigDecimal(number));
    double rounded = exact.toBigDecimal().doubleValue();
    assertThat(Transcendental.sqrt(exact))
        .contains(Decimal.normalized(new BigDecimal(Math.sqrt(rounded))));
  }

  /** The JDK's functions are within one unit in the last place. */
  @Property
  void expAndLn_nearTheProcessors(@ForAll @DoubleRange(min = 0.01, max = 700) double number) {
    Decimal exact = Decimal.normalized(new BigDecimal(number));
    double exp = Transcendental.exp(exact).orElseThrow().toBigDecimal().doubleValue();
    assertThat(Math.abs(exp - StrictMath.exp(number))).isLessThanOrEqualTo(Math.ulp(exp));
    double ln = Transcendental.ln(exact).orElseThrow().toBigDecimal().doubleValue();
    assertThat(Math.abs(ln - StrictMath.log(number))).isLessThanOrEqualTo(Math.ulp(ln));
  }

  /** A product of doubles is correctly rounded, so squares can be compared exactly. */
  @Property
  void power_ofTwo_isTheRoundedSquare(@ForAll @LongRange(min = 1, max = 1L << 53) long base) {
    assertThat(Transcendental.power(Decimal.of(base), Decimal.of(2)))
        .contains(Decimal.normalized(new BigDecimal((double) base * (double) base)));
  }

  @Property
  void nearest_likeTheProcessor(
      @ForAll long mantissa, @ForAll @IntRange(min = 0, max = 200) int places) {
    BigDecimal number = BigDecimal.valueOf(mantissa, places);
    assertThat(Binary53.nearest(number).toBigDecimal())
        .isEqualByComparingTo(new BigDecimal(number.doubleValue()));
  }

  private static Decimal decimal(String text) {
    return Decimal.normalized(new BigDecimal(text));
  }
}
