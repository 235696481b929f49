package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.areIntegers;
import static dev.cairn.pact.natives.Operands.decimal;
import static dev.cairn.pact.natives.Operands.integer;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.decimal.Transcendental;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.NumberCost;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The natives of powers, roots and logarithms (reference section 2.1). */
public final class TranscendentalNatives {
  private static final long EXP_MILLIGAS = 2_000;
  private static final long LOG_MILLIGAS = 1_000;

  private TranscendentalNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("^", 2, TranscendentalNatives::power),
        Native.of("exp", 1, EXP_MILLIGAS, TranscendentalNatives::exponential),
        Native.of("ln", 1, LOG_MILLIGAS, TranscendentalNatives::naturalLogarithm),
        Native.of("log", 2, LOG_MILLIGAS, TranscendentalNatives::logarithm),
        Native.of("sqrt", 1, LOG_MILLIGAS, TranscendentalNatives::squareRoot));
  }

  private static Value power(NativeCall call) {
    if (areIntegers(call)) {
      return integerPower(call, integer(call, 0), integer(call, 1));
    }
    Decimal base = decimal(call, 0);
    Decimal exponent = decimal(call, 1);
    if (base.mantissa().signum() == 0 && exponent.mantissa().signum() < 0) {
      throw floatingPointError("zero to a negative power is undefined");
    }
    call.charge(NumberCost.power(ceiling(base), ceiling(exponent)));
    return finite(Transcendental.power(base, exponent));
  }

  private static Value integerPower(NativeCall call, BigInteger base, BigInteger exponent) {
    call.charge(NumberCost.power(base, exponent));
    if (exponent.signum() < 0) {
      throw arithmeticError("negative exponent in integer power");
    }
    if (base.abs().bitLength() <= 1) { // -1, 0 or 1
      return new PInteger(base.pow(exponent.signum() == 0 ? 0 : exponent.testBit(0) ? 1 : 2));
    }
    // A base of n bits to the power e has more than (n - 1) e bits.
    long leastBits = base.abs().bitLength() - 1L;
    BigInteger bits = exponent.multiply(BigInteger.valueOf(leastBits));
    if (bits.compareTo(BigInteger.valueOf(PInteger.MAX_BITS)) > 0) {
      throw PInteger.tooLarge();
    }
    return new PInteger(base.pow(exponent.intValueExact()));
  }

  private static Value exponential(NativeCall call) {
    BigInteger size =
        call.argument(0) instanceof PInteger integer
            ? integer.value()
            : call.argument(0, PDecimal.class).value().mantissa();
    call.charge(NumberCost.exponential(size));
    return finite(Transcendental.exp(decimal(call, 0)));
  }

  private static Value naturalLogarithm(NativeCall call) {
    Decimal number = decimal(call, 0);
    call.charge(NumberCost.logarithm(ceiling(number)));
    if (number.mantissa().signum() <= 0) {
      throw arithmeticError("Natural logarithm must be greater then 0");
    }
    return finite(Transcendental.ln(number));
  }

  private static Value logarithm(NativeCall call) {
    Decimal base = decimal(call, 0);
    Decimal number = decimal(call, 1);
    checkLogarithm(base, number);
    call.charge(NumberCost.logarithm(ceiling(base)) + NumberCost.logarithm(ceiling(number)));
    PDecimal result = finite(Transcendental.log(base, number));
    return areIntegers(call)
        ? new PInteger(result.value().rounded(RoundingMode.HALF_EVEN))
        : result;
  }

  private static void checkLogarithm(Decimal base, Decimal number) {
    if (base.equals(Decimal.of(1))) {
      throw arithmeticError("Base 1 not supported");
    }
    if (base.mantissa().signum() < 0) {
      throw arithmeticError("Negative log base");
    }
    if (number.mantissa().signum() <= 0) {
      throw arithmeticError("Non-positive log argument");
    }
  }

  private static Value squareRoot(NativeCall call) {
    Decimal number = decimal(call, 0);
    if (number.mantissa().signum() < 0) {
      throw arithmeticError("Square root must be non-negative");
    }
    call.charge(NumberCost.squareRoot(number.mantissa()));
    return finite(Transcendental.sqrt(number));
  }

  private static BigInteger ceiling(Decimal number) {
    return number.rounded(RoundingMode.CEILING);
  }

  private static PDecimal finite(Optional<Decimal> result) {
    return new PDecimal(
        result.orElseThrow(
            () -> floatingPointError("Floating operation resulted in Infinity or NaN")));
  }

  private static PactException arithmeticError(String reason) {
    return PactException.fatal("Arithmetic exception: " + reason);
  }

  private static PactException floatingPointError(String reason) {
    return PactException.fatal("Floating point error: " + reason);
  }
}
