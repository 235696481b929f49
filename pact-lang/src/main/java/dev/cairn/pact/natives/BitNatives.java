package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.integer;

import dev.cairn.pact.gas.NumberCost;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/** The natives on the bits of integers, in two's complement without end. */
public final class BitNatives {
  private static final long MILLIGAS = 250;

  private BitNatives() {}

  public static List<Native> natives() {
    return List.of(
        bitwise("&", BigInteger::and),
        bitwise("|", BigInteger::or),
        bitwise("xor", BigInteger::xor),
        Native.of("~", 1, MILLIGAS, call -> new PInteger(integer(call, 0).not())),
        Native.of("shift", 2, BitNatives::shift));
  }

  private static Native bitwise(String name, BinaryOperator<BigInteger> operation) {
    return Native.of(
        name,
        2,
        MILLIGAS,
        call -> new PInteger(operation.apply(integer(call, 0), integer(call, 1))));
  }

  private static Value shift(NativeCall call) {
    BigInteger number = integer(call, 0);
    BigInteger by = integer(call, 1);
    call.charge(NumberCost.shift(number, by));
    BigInteger limit = BigInteger.valueOf(PInteger.MAX_BITS);
    if (number.signum() != 0 && by.compareTo(limit) > 0) {
      throw PInteger.tooLarge();
    }
    // Shifted out as far as the longest integer, only the sign is left.
    BigInteger bounded = by.min(limit).max(limit.negate());
    return new PInteger(number.shiftLeft(bounded.intValueExact()));
  }
}
