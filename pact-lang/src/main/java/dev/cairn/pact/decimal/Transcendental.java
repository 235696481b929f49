package dev.cairn.pact.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The natives {@code exp ln log sqrt ^} on decimals (reference section 2.1). Operands are rounded
 * to 53 bits, the result is the nearest number of 53 bits, and that is converted exactly.
 *
 * <p>Results are empty where they would be infinite, undefined, or larger than any decimal may be.
 *
 * <p>Algorithms: series with {@value #DIGITS} digits after reducing the argument. A function of a
 * 53-bit number is never closer than some 120 bits to the middle of two neighbours unless it is the
 * middle (Lefèvre and Muller, "Worst cases for correct rounding", 2001), so one evaluation with 330
 * bits decides the rounding.
 */
public final class Transcendental {
  private static final int DIGITS = 100;
  private static final MathContext WORKING = new MathContext(DIGITS);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal LN_2 = lnOf(BigDecimal.ONE, BigDecimal.valueOf(3));

  /** Powers of two beyond this make no decimal of permitted size. */
  private static final int MAX_MAGNITUDE = 1 << 18;

  /** Below 2^-MIN_MAGNITUDE a number rounds to 0 in 255 places. */
  private static final int MIN_MAGNITUDE = 1_000;

  /** Halvings of the argument before the exponential series, undone by squaring. */
  private static final int HALVINGS = 20;

  private Transcendental() {}

  public static Optional<Decimal> exp(Decimal power) {
    return exp(Binary53.nearest(power.toBigDecimal()).toBigDecimal(), false);
  }

  /** The natural logarithm of a positive number. */
  public static Optional<Decimal> ln(Decimal number) {
    return decimal(ln(Binary53.nearest(number.toBigDecimal())));
  }

  /** The logarithm of a positive number to a base that is not negative. */
  public static Optional<Decimal> log(Decimal base, Decimal number) {
    if (base.mantissa().signum() == 0) {
      return Optional.of(Decimal.ZERO); // ln 0 is minus infinity
    }
    Binary53 divisor = ln(Binary53.nearest(base.toBigDecimal()));
    if (divisor.signum() == 0) {
      return Optional.empty();
    }
    return decimal(ln(Binary53.nearest(number.toBigDecimal())).dividedBy(divisor));
  }

  /** The square root of a number that is not negative. */
  public static Optional<Decimal> sqrt(Decimal number) {
    return decimal(Binary53.nearest(number.toBigDecimal()).squareRoot());
  }

  public static Optional<Decimal> power(Decimal base, Decimal exponent) {
    Binary53 x = Binary53.nearest(base.toBigDecimal());
    BigDecimal y = Binary53.nearest(exponent.toBigDecimal()).toBigDecimal();
    if (y.signum() == 0) {
      return Optional.of(Decimal.of(1));
    }
    if (x.signum() == 0) {
      return y.signum() < 0 ? Optional.empty() : Optional.of(Decimal.ZERO);
    }
    if (x.signum() < 0 && !isWhole(y)) {
      return Optional.empty();
    }
    boolean negative = x.signum() < 0 && y.toBigInteger().testBit(0);
    return exp(y.multiply(workingLn(x.abs()), WORKING), negative);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static Optional<Decimal> exp(BigDecimal power, boolean negated) {
    BigDecimal inBits = power.divide(LN_2, WORKING);
    if (inBits.compareTo(BigDecimal.valueOf(MAX_MAGNITUDE)) > 0) {
      return Optional.empty();
    }
    if (inBits.compareTo(BigDecimal.valueOf(-MIN_MAGNITUDE)) < 0) {
      return Optional.of(Decimal.ZERO);
    }
    BigInteger twos = inBits.setScale(0, RoundingMode.HALF_EVEN).unscaledValue();
    BigDecimal rest = power.subtract(LN_2.multiply(new BigDecimal(twos)));
    BigDecimal factor = workingExp(rest);
    return decimal(
        Binary53.nearestToComputed(negated ? factor.negate() : factor)
            .scaled(twos.intValueExact()));
  }

  /** e^x for a small x: the Taylor series of a fraction of x. */
  private static BigDecimal workingExp(BigDecimal x) {
    BigDecimal part = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(HALVINGS)), WORKING);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; matters(term, sum); n++) {
      term = term.multiply(part, WORKING).divide(BigDecimal.valueOf(n), WORKING);
      sum = sum.add(term, WORKING);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, WORKING);
    }
    return sum;
  }

  private static Binary53 ln(Binary53 number) {
    return Binary53.nearestToComputed(workingLn(number));
  }

  /** ln(m * 2^k) = ln m + k ln 2 with m between 3/4 and 3/2, so that the sum cancels nothing. */
  private static BigDecimal workingLn(Binary53 number) {
    int twos = number.magnitude();
    BigDecimal mantissa = number.scaled(-twos).toBigDecimal();
    if (mantissa.compareTo(BigDecimal.valueOf(1.5)) >= 0) {
      mantissa = mantissa.divide(TWO);
      twos++;
    }
    BigDecimal whole = LN_2.multiply(BigDecimal.valueOf(twos));
    return whole.add(
        lnOf(mantissa.subtract(BigDecimal.ONE), mantissa.add(BigDecimal.ONE)), WORKING);
  }

  /** ln((1 + z) / (1 - z)) = 2 (z + z^3/3 + z^5/5 + …) with z = dividend / divisor. */
  private static BigDecimal lnOf(BigDecimal dividend, BigDecimal divisor) {
    BigDecimal z = dividend.divide(divisor, WORKING);
    BigDecimal square = z.multiply(z, WORKING);
    BigDecimal power = z;
    BigDecimal sum = z;
    for (int n = 3; matters(power, sum); n += 2) {
      power = power.multiply(square, WORKING);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), WORKING), WORKING);
    }
    return sum.multiply(TWO);
  }

  /** Whether adding the term can still change the sum's working digits. */
  private static boolean matters(BigDecimal term, BigDecimal sum) {
    int sumExponent = sum.precision() - sum.scale();
    int termExponent = term.precision() - term.scale();
    return term.signum() != 0 && termExponent > sumExponent - DIGITS - 2;
  }

  private static Optional<Decimal> decimal(Binary53 number) {
    if (number.signum() == 0 || number.magnitude() < -MIN_MAGNITUDE) {
      return Optional.of(Decimal.ZERO);
    }
    return number.magnitude() > MAX_MAGNITUDE
        ? Optional.empty()
        : Optional.of(Decimal.normalized(number.toBigDecimal()));
  }
}
