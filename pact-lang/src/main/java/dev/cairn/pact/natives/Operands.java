package dev.cairn.pact.natives;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;

/** Arguments of natives as the Java values inside them; a wrong type is the native's type error. */
final class Operands {
  private Operands() {}

  static BigInteger integer(NativeCall call, int index) {
    return call.argument(index, PInteger.class).value();
  }

  static String text(NativeCall call, int index) {
    return call.argument(index, PString.class).value();
  }

  static PactValue value(NativeCall call, int index) {
    return call.argument(index, PactValue.class);
  }

  /** A decimal, or an integer made one. */
  static Decimal decimal(NativeCall call, int index) {
    Value argument = call.argument(index);
    return argument instanceof PInteger integer
        ? Decimal.of(integer.value())
        : call.argument(index, PDecimal.class).value();
  }

  static boolean areIntegers(NativeCall call) {
    return call.argument(0) instanceof PInteger && call.argument(1) instanceof PInteger;
  }
}
