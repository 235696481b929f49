package dev.cairn.pact.gas;

import java.math.BigInteger;

/** Milligas of arithmetic, by the bits of the operands; a decimal counts as its mantissa. */
public final class NumberCost {
  /** About 200 digits; beyond, costs grow with the square of the bits. */
  private static final int CHEAP_BITS = 664;

  private static final long ADDITION = 30;
  private static final BigInteger SMALL_BASE = BigInteger.valueOf(3);

  private NumberCost() {}

  public static long addition(BigInteger left, BigInteger right) {
    int bits = left.max(right).abs().bitLength();
    return bits <= CHEAP_BITS ? ADDITION : quadratic(bits);
  }

  /** Multiplication and division. */
  public static long multiplication(BigInteger left, BigInteger right) {
    int bits = left.max(right).abs().bitLength();
    return bits <= CHEAP_BITS ? linear(bits) : quadratic(bits);
  }

  private static long linear(long bits) {
    return 3 * bits / 20 + 26;
  }

  private static long quadratic(long bits) {
    return bits * bits / 6400;
  }

  public static long shift(BigInteger number, BigInteger by) {
    if (by.signum() <= 0) {
      return 0;
    }
    BigInteger bits = by.max(BigInteger.valueOf(number.abs().bitLength()));
    long multiplication = bits.bitLength() < Integer.SIZE ? linear(bits.longValue()) : 0;
    return saturated((double) power(BigInteger.TWO, by) + multiplication);
  }

  public static long power(BigInteger base, BigInteger exponent) {
    return squarings(base, exponent, 2);
  }

  public static long exponential(BigInteger exponent) {
    return squarings(SMALL_BASE, exponent, 2.5);
  }

  /** Exponentiation by squaring: 2 L - 2 multiplications of numbers of the geometric mean size. */
  private static long squarings(BigInteger base, BigInteger exponent, double complexity) {
    int length = exponent.abs().bitLength();
    int multiplications = Math.max(0, 2 * length - 2);
    double meanBits = base.abs().bitLength() * Math.ceil(Math.pow(2, (length - 1) / 2.0));
    return multiplications == 0
        ? 0
        : saturated(multiplications * Math.ceil(Math.pow(meanBits, complexity)));
  }

  public static long logarithm(BigInteger number) {
    double bits = number.abs().bitLength();
    return bits < 2 ? 0 : saturated(bits * Math.ceil(square(Math.log(bits))) * logLog(bits));
  }

  public static long squareRoot(BigInteger number) {
    double bits = number.bitLength();
    return bits < 2 ? 0 : saturated(bits * Math.ceil(Math.log(bits)) * logLog(bits));
  }

  private static double square(double number) {
    return number * number;
  }

  private static double logLog(double bits) {
    return Math.ceil(Math.log(Math.log(bits)));
  }

  private static long saturated(double milligas) {
    return (long) Math.min(milligas, Long.MAX_VALUE);
  }
}
