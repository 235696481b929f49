package dev.cairn.pact.natives;

import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.List;
import java.util.function.IntPredicate;

/** The natives that compare values (reference section 2.6), and {@code not}. */
public final class ComparisonNatives {
  private ComparisonNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("=", 2, call -> PBool.of(areEqual(call))),
        Native.of("!=", 2, call -> PBool.of(!areEqual(call))),
        ordering("<", sign -> sign < 0),
        ordering("<=", sign -> sign <= 0),
        ordering(">", sign -> sign > 0),
        ordering(">=", sign -> sign >= 0),
        Native.of("not", 1, call -> PBool.of(!call.argument(0, PBool.class).value())));
  }

  private static boolean areEqual(NativeCall call) {
    return new Equality(call).holds(Operands.value(call, 0), Operands.value(call, 1));
  }

  private static Native ordering(String name, IntPredicate holds) {
    return Native.of(name, 2, call -> compare(call, holds));
  }

  private static Value compare(NativeCall call, IntPredicate holds) {
    PactValue left = Operands.value(call, 0);
    PactValue right = Operands.value(call, 1);
    if (!ValueOrder.areComparable(left, right)) {
      throw call.typeError();
    }
    call.charge(ValueOrder.cost(left, right));
    return PBool.of(holds.test(ValueOrder.compare(left, right)));
  }
}
