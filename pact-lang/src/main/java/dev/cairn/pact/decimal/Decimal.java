package dev.cairn.pact.decimal;

import dev.cairn.pact.error.PactException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A decimal number, {@code mantissa / 10^places}. Equality and order are numeric, so 1.0 equals
 * 1.00; the places still show in its text.
 */
public record Decimal(int places, BigInteger mantissa) implements Comparable<Decimal> {
  public static final int MAX_PLACES = 255;

  /** As for integers, with room for {@link #MAX_PLACES} digits more. */
  private static final int MAX_BITS = (1 << 18) + 1_000;

  public static final Decimal ZERO = new Decimal(0, BigInteger.ZERO);

  public Decimal {
    if (places < 0 || places > MAX_PLACES) {
      throw new IllegalArgumentException(
          "A decimal has 0 to " + MAX_PLACES + " places, not " + places + ".");
    }
    if (mantissa.bitLength() > MAX_BITS) {
      throw PactException.fatal("Decimal has more than " + MAX_BITS + " bits");
    }
  }

  public static Decimal of(BigInteger whole) {
    return new Decimal(0, whole);
  }

  public static Decimal of(long whole) {
    return of(BigInteger.valueOf(whole));
  }

  /** The number with as few places as it needs, rounded half-even if it needs too many. */
  public static Decimal normalized(BigDecimal number) {
    // The exponent is checked first: writing out the digits of 1e999999999 ends the machine.
    long magnitude = (long) number.precision() - number.scale();
    if (number.signum() == 0 || magnitude < -MAX_PLACES) {
      return ZERO;
    }
    if (magnitude > MAX_BITS) {
      throw PactException.fatal("Decimal has more than " + MAX_BITS + " bits");
    }
    int places = Math.min(Math.max(number.scale(), 0), MAX_PLACES);
    BigDecimal kept = number.setScale(places, RoundingMode.HALF_EVEN);
    return new Decimal(places, kept.unscaledValue()).normalized();
  }

  /** The same number with as few places as it needs. */
  public Decimal normalized() {
    if (mantissa.signum() == 0) {
      return ZERO;
    }
    // A multiple of 10^n is a multiple of 2^n, so most numbers are done without a division.
    int removable = Math.min(places, mantissa.getLowestSetBit());
    BigInteger rest = mantissa;
    int left = places;
    for (; removable > 0; removable--) {
      BigInteger[] split = rest.divideAndRemainder(BigInteger.TEN);
      if (split[1].signum() != 0) {
        break;
      }
      rest = split[0];
      left--;
    }
    return new Decimal(left, rest);
  }

  public Decimal plus(Decimal other) {
    if (mantissa.signum() == 0) {
      return other;
    }
    if (other.mantissa.signum() == 0) {
      return this;
    }
    return exact(toBigDecimal().add(other.toBigDecimal()));
  }

  public Decimal minus(Decimal other) {
    return plus(other.negate());
  }

  public Decimal negate() {
    return new Decimal(places, mantissa.negate());
  }

  public Decimal abs() {
    return mantissa.signum() < 0 ? negate() : this;
  }

  public Decimal times(Decimal other) {
    return normalized(toBigDecimal().multiply(other.toBigDecimal()));
  }

  /** The quotient, rounded half-even to {@link #MAX_PLACES} places. */
  public Decimal dividedBy(Decimal divisor) {
    if (divisor.mantissa.signum() == 0) {
      throw PactException.fatal("Arithmetic exception: div by zero, decimal");
    }
    return normalized(
        toBigDecimal().divide(divisor.toBigDecimal(), MAX_PLACES, RoundingMode.HALF_EVEN));
  }

  /** The number with exactly so many places. */
  public Decimal rounded(int toPlaces, RoundingMode mode) {
    return exact(toBigDecimal().setScale(toPlaces, mode));
  }

  /** The number as an integer. */
  public BigInteger rounded(RoundingMode mode) {
    return toBigDecimal().setScale(0, mode).unscaledValue();
  }

  public boolean isWhole() {
    return normalized().places == 0;
  }

  public BigDecimal toBigDecimal() {
    return new BigDecimal(mantissa, places);
  }

  private static Decimal exact(BigDecimal number) {
    return new Decimal(number.scale(), number.unscaledValue());
  }

  @Override
  public int compareTo(Decimal other) {
    return toBigDecimal().compareTo(other.toBigDecimal());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decimal decimal && compareTo(decimal) == 0;
  }

  @Override
  public int hashCode() {
    Decimal shortest = normalized();
    return 31 * shortest.mantissa.hashCode() + shortest.places;
  }

  /** All digits with all places; a number of no places ends in {@code .0}. */
  @Override
  public String toString() {
    return places == 0 ? mantissa + ".0" : toBigDecimal().toPlainString();
  }
}
