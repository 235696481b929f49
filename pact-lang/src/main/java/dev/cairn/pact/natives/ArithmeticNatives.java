package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.areIntegers;
import static dev.cairn.pact.natives.Operands.decimal;
import static dev.cairn.pact.natives.Operands.integer;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.NumberCost;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The natives that add, multiply, divide and round (reference section 2.1). */
public final class ArithmeticNatives {
  private static final int BYTE_MASK = 0xff;

  private ArithmeticNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("+", 2, ArithmeticNatives::plus),
        Native.of("-", 2, ArithmeticNatives::minus),
        Native.of("-", 1, ArithmeticNatives::negate).as("negate"),
        Native.of("*", 2, ArithmeticNatives::times),
        Native.of("/", 2, ArithmeticNatives::divide),
        Native.of("mod", 2, call -> modulo(integer(call, 0), integer(call, 1))),
        Native.of("negate", 1, ArithmeticNatives::negate),
        Native.of("abs", 1, call -> unary(call, BigInteger::abs, Decimal::abs)),
        Native.of("dec", 1, call -> new PDecimal(Decimal.of(integer(call, 0)))),
        Native.of("round", 1, call -> toInteger(call, RoundingMode.HALF_EVEN)),
        Native.of("round", 2, call -> toPlaces(call, RoundingMode.HALF_EVEN)).as("round-prec"),
        Native.of("floor", 1, call -> toInteger(call, RoundingMode.FLOOR)),
        Native.of("floor", 2, call -> toPlaces(call, RoundingMode.FLOOR)).as("floor-prec"),
        Native.of("ceiling", 1, call -> toInteger(call, RoundingMode.CEILING)),
        Native.of("ceiling", 2, call -> toPlaces(call, RoundingMode.CEILING)).as("ceiling-prec"));
  }

  private static Value plus(NativeCall call) {
    Value left = call.argument(0);
    Value right = call.argument(1);
    if (left instanceof PString first && right instanceof PString second) {
      String joined = first.value() + second.value();
      call.charge(TextCost.concatenation(CodePoints.length(joined)));
      return new PString(joined);
    }
    if (left instanceof PList first && right instanceof PList second) {
      call.charge(TextCost.concatenation(first.size() + (long) second.size()));
      List<PactValue> joined = new ArrayList<>(first.items());
      joined.addAll(second.items());
      return PList.of(joined);
    }
    if (left instanceof PObject first && right instanceof PObject second) {
      call.charge(TextCost.concatenation(first.fields().size() + (long) second.fields().size()));
      return first.mergedOver(second);
    }
    call.charge(NumberCost.addition(magnitude(call, 0), magnitude(call, 1)));
    return binary(call, BigInteger::add, Decimal::plus);
  }

  private static Value minus(NativeCall call) {
    call.charge(NumberCost.addition(magnitude(call, 0), magnitude(call, 1)));
    return binary(call, BigInteger::subtract, Decimal::minus);
  }

  private static Value negate(NativeCall call) {
    return unary(call, BigInteger::negate, Decimal::negate);
  }

  private static Value times(NativeCall call) {
    call.charge(NumberCost.multiplication(magnitude(call, 0), magnitude(call, 1)));
    return binary(call, BigInteger::multiply, Decimal::times);
  }

  private static Value divide(NativeCall call) {
    BigInteger divisor = magnitude(call, 1);
    if (divisor.signum() == 0) {
      String kind = areIntegers(call) ? "" : ", decimal";
      throw PactException.fatal("Arithmetic exception: div by zero" + kind);
    }
    call.charge(NumberCost.multiplication(magnitude(call, 0), divisor));
    return binary(call, ArithmeticNatives::floorDivide, Decimal::dividedBy);
  }

  private static BigInteger floorDivide(BigInteger dividend, BigInteger divisor) {
    BigInteger[] quotient = dividend.divideAndRemainder(divisor);
    boolean below = quotient[1].signum() * divisor.signum() < 0;
    return below ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
  }

  /** The remainder of floor division, which has the divisor's sign. */
  private static PInteger modulo(BigInteger dividend, BigInteger divisor) {
    if (divisor.signum() == 0) {
      throw PactException.fatal("Arithmetic exception: div by zero", "Unknown exception");
    }
    BigInteger remainder = dividend.mod(divisor.abs());
    boolean negative = divisor.signum() < 0 && remainder.signum() != 0;
    return new PInteger(negative ? remainder.add(divisor) : remainder);
  }

  private static Value toInteger(NativeCall call, RoundingMode mode) {
    return new PInteger(call.argument(0, PDecimal.class).value().rounded(mode));
  }

  /** The reference keeps the number of places in a byte, so -1 means 255. */
  private static Value toPlaces(NativeCall call, RoundingMode mode) {
    int places = integer(call, 1).intValue() & BYTE_MASK;
    return new PDecimal(call.argument(0, PDecimal.class).value().rounded(places, mode));
  }

  private static Value unary(
      NativeCall call, UnaryOperator<BigInteger> onInteger, UnaryOperator<Decimal> onDecimal) {
    return call.argument(0) instanceof PInteger integer
        ? new PInteger(onInteger.apply(integer.value()))
        : new PDecimal(onDecimal.apply(decimal(call, 0)));
  }

  private static Value binary(
      NativeCall call, BinaryOperator<BigInteger> onIntegers, BinaryOperator<Decimal> onDecimals) {
    return areIntegers(call)
        ? new PInteger(onIntegers.apply(integer(call, 0), integer(call, 1)))
        : new PDecimal(onDecimals.apply(decimal(call, 0), decimal(call, 1)));
  }

  private static BigInteger magnitude(NativeCall call, int index) {
    return call.argument(index) instanceof PInteger integer
        ? integer.value()
        : call.argument(index, PDecimal.class).value().mantissa();
  }
}
