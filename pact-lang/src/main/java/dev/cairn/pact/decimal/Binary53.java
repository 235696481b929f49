package dev.cairn.pact.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A binary floating-point number, {@code significand * 2^exponent} with at most 53 bits and an
 * exponent without bounds. It is what the transcendental natives take and give.
 */
record Binary53(BigInteger significand, int exponent) {
  private static final int PRECISION = 53;

  /** Bits of a computed result that are surely right; see {@link Transcendental}. */
  private static final int COMPUTED_PRECISION = 200;

  static final Binary53 ZERO = new Binary53(BigInteger.ZERO, 0);

  /** The nearest number to {@code value}; of two equally near ones, the even one. */
  static Binary53 nearest(BigDecimal value) {
    return nearest(value, PRECISION);
  }

  /**
   * The nearest number to what {@code computed} approximates. Dropping the unsure bits first makes
   * an exact middle of two neighbours exact again.
   */
  static Binary53 nearestToComputed(BigDecimal computed) {
    Binary53 sure = nearest(computed, COMPUTED_PRECISION);
    return nearest(sure.significand, sure.exponent, PRECISION);
  }

  private static Binary53 nearest(BigDecimal value, int precision) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    return nearest(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()), precision);
  }

  /** The nearest number to a quotient with a positive divisor. */
  private static Binary53 nearest(BigInteger dividend, BigInteger divisor, int precision) {
    int shift = precision + 2 - (dividend.bitLength() - divisor.bitLength());
    BigInteger scaled = shift >= 0 ? dividend.shiftLeft(shift) : dividend;
    BigInteger by = shift >= 0 ? divisor : divisor.shiftLeft(-shift);
    BigInteger[] quotient = scaled.divideAndRemainder(by);
    return nearest(withSticky(quotient[0], quotient[1]), -shift - 1, precision);
  }

  /** The number with one bit more, set (away from zero) if there was a rest. */
  private static BigInteger withSticky(BigInteger bits, BigInteger rest) {
    return bits.shiftLeft(1).add(BigInteger.valueOf(rest.signum()));
  }

  private static Binary53 nearest(BigInteger bits, int exponent, int precision) {
    BigInteger magnitude = bits.abs();
    int excess = magnitude.bitLength() - precision;
    if (excess <= 0) {
      return new Binary53(bits, exponent);
    }
    BigInteger kept = magnitude.shiftRight(excess);
    BigInteger half = BigInteger.ONE.shiftLeft(excess - 1);
    int overHalf = magnitude.subtract(kept.shiftLeft(excess)).compareTo(half);
    if (overHalf > 0 || (overHalf == 0 && kept.testBit(0))) {
      kept = kept.add(BigInteger.ONE);
    }
    return new Binary53(bits.signum() < 0 ? kept.negate() : kept, exponent + excess);
  }

  Binary53 dividedBy(Binary53 divisor) {
    BigInteger signed = divisor.signum() < 0 ? significand.negate() : significand;
    return nearest(signed, divisor.significand.abs(), PRECISION)
        .scaled(exponent - divisor.exponent);
  }

  /** The nearest number to the square root; this is not negative. */
  Binary53 squareRoot() {
    int odd = exponent & 1;
    int shift = 2 * PRECISION;
    BigInteger[] root = significand.shiftLeft(2 * shift + odd).sqrtAndRemainder();
    return nearest(withSticky(root[0], root[1]), (exponent - odd) / 2 - shift - 1, PRECISION);
  }

  Binary53 abs() {
    return new Binary53(significand.abs(), exponent);
  }

  /** This times a power of two. */
  Binary53 scaled(int power) {
    return new Binary53(significand, exponent + power);
  }

  int signum() {
    return significand.signum();
  }

  /** The whole part of the binary logarithm of the magnitude; the number is not zero. */
  int magnitude() {
    return significand.abs().bitLength() - 1 + exponent;
  }

  /** Exactly this number. */
  BigDecimal toBigDecimal() {
    int zeros = Math.max(0, significand.getLowestSetBit());
    BigInteger odd = significand.shiftRight(zeros);
    int power = exponent + zeros;
    return power >= 0
        ? new BigDecimal(odd.shiftLeft(power))
        : new BigDecimal(odd.multiply(BigInteger.valueOf(5).pow(-power)), -power);
  }
}
