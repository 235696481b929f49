package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.decimal;
import static dev.cairn.pact.natives.Operands.text;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.NumberCost;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.time.TimePattern;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTime;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** The natives on time (reference section 2.2). */
public final class TimeNatives {
  private static final long TEXT_MILLIGAS = 500;
  private static final long NUMBER_MILLIGAS = 250;
  private static final BigInteger MICROS_PER_SECOND = BigInteger.valueOf(1_000_000);

  private TimeNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("time", 1, TEXT_MILLIGAS, TimeNatives::time),
        Native.of("parse-time", 2, TEXT_MILLIGAS, TimeNatives::parse),
        Native.of("format-time", 2, TEXT_MILLIGAS, TimeNatives::format),
        Native.of("add-time", 2, NUMBER_MILLIGAS, TimeNatives::add),
        Native.of("diff-time", 2, NUMBER_MILLIGAS, TimeNatives::difference),
        unit("minutes", 60),
        unit("hours", 60 * 60),
        unit("days", 24 * 60 * 60));
  }

  private static Value time(NativeCall call) {
    return TimePattern.parse(TimePattern.ISO_SECONDS, text(call, 0))
        .orElseThrow(() -> call.failure("time default format parse failure"));
  }

  private static Value parse(NativeCall call) {
    String pattern = text(call, 0);
    String text = text(call, 1);
    call.charge(TextCost.timeParsing(CodePoints.length(pattern), CodePoints.length(text)));
    return TimePattern.parse(pattern, text)
        .orElseThrow(() -> call.failure("parse-time parse failure"));
  }

  private static Value format(NativeCall call) {
    String pattern = text(call, 0);
    PTime time = call.argument(1, PTime.class);
    call.charge(TextCost.timeFormatting(CodePoints.length(pattern)));
    return new PString(TimePattern.format(pattern, time));
  }

  private static Value add(NativeCall call) {
    PTime time = call.argument(0, PTime.class);
    BigInteger micros =
        decimal(call, 1).times(Decimal.of(MICROS_PER_SECOND)).rounded(RoundingMode.HALF_EVEN);
    try {
      return new PTime(micros.add(BigInteger.valueOf(time.micros())).longValueExact());
    } catch (ArithmeticException outOfRange) {
      throw PactException.fatal("Arithmetic exception: time out of range");
    }
  }

  private static Value difference(NativeCall call) {
    BigInteger later = BigInteger.valueOf(call.argument(0, PTime.class).micros());
    BigInteger earlier = BigInteger.valueOf(call.argument(1, PTime.class).micros());
    Decimal micros = Decimal.of(later.subtract(earlier));
    return new PDecimal(micros.dividedBy(Decimal.of(MICROS_PER_SECOND)));
  }

  /** A number of such units in seconds. */
  private static Native unit(String name, long seconds) {
    BigInteger factor = BigInteger.valueOf(seconds);
    return Native.of(
        name,
        1,
        NUMBER_MILLIGAS,
        call -> {
          Decimal number = decimal(call, 0);
          call.charge(NumberCost.multiplication(number.mantissa(), factor));
          return new PDecimal(
              call.argument(0) instanceof PInteger integer
                  ? Decimal.of(integer.value().multiply(factor))
                  : number.times(Decimal.of(factor)));
        });
  }
}
