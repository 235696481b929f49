package dev.cairn.pact.natives;

import dev.cairn.pact.gas.NumberCost;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTime;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The order of values (reference section 2.6), and the milligas of comparing two. */
final class ValueOrder {
  private static final long BASIC = 100;
  private static final int WORD_BITS = 64;

  /** The rank of kinds without order. */
  private static final int UNORDERED = 6;

  private ValueOrder() {}

  /** Whether {@code <} and its kin take the two: of one kind, and of a kind that has an order. */
  static boolean areComparable(PactValue left, PactValue right) {
    return rank(left) < UNORDERED && left.getClass() == right.getClass();
  }

  /**
   * The order in which {@code sort} puts values: by kind, then by value. The reference takes
   * unordered values as equal to any other, which is no order; here they come last, in any order.
   */
  static int compare(@Nullable PactValue left, @Nullable PactValue right) {
    if (left instanceof PString a && right instanceof PString b) {
      return CodePoints.compare(a.value(), b.value());
    }
    if (left instanceof PInteger a && right instanceof PInteger b) {
      return a.value().compareTo(b.value());
    }
    if (left instanceof PDecimal a && right instanceof PDecimal b) {
      return a.value().compareTo(b.value());
    }
    if (left instanceof PBool a && right instanceof PBool b) {
      return Boolean.compare(a.value(), b.value());
    }
    if (left instanceof PTime a && right instanceof PTime b) {
      return Long.compare(a.micros(), b.micros());
    }
    return Integer.compare(rank(left), rank(right));
  }

  private static int rank(@Nullable PactValue value) {
    if (value instanceof PString) {
      return 0;
    }
    if (value instanceof PInteger) {
      return 1;
    }
    if (value instanceof PDecimal) {
      return 2;
    }
    if (value instanceof PUnit) {
      return 3;
    }
    if (value instanceof PBool) {
      return 4;
    }
    return value instanceof PTime ? 5 : UNORDERED;
  }

  /** What comparing two values of one ordered kind costs. */
  static long cost(PactValue left, PactValue right) {
    if (left instanceof PString string && right instanceof PString) {
      return CodePoints.length(string.value()) + BASIC;
    }
    if (left instanceof PInteger a && right instanceof PInteger b) {
      return wordBits(a.value(), b.value()) + BASIC;
    }
    if (left instanceof PDecimal a && right instanceof PDecimal b) {
      BigInteger first = a.value().mantissa();
      BigInteger second = b.value().mantissa();
      return NumberCost.multiplication(first, second) + wordBits(first, second) + BASIC;
    }
    return 0;
  }

  private static int wordBits(BigInteger left, BigInteger right) {
    return Math.max(WORD_BITS, Math.max(left.abs().bitLength(), right.abs().bitLength()));
  }
}
