package dev.cairn.pact.eval;

import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The arguments of a call of the program's code: values, of the types that are written. */
public final class Arguments {

  private Arguments() {}

  /** Fails unless every argument is a value of its parameter's type. */
  public static void check(List<Parameter> parameters, Value[] arguments, LongConsumer gas) {
    for (int i = 0; i < arguments.length; i++) {
      Parameter.check(parameters.get(i).type(), Closure.pactValue(arguments[i]), gas);
    }
  }

  /** The arguments as a list of values. */
  public static PList list(Value[] arguments) {
    List<PactValue> values = new ArrayList<>(arguments.length);
    for (Value argument : arguments) {
      values.add(Closure.pactValue(argument));
    }
    return PList.of(values);
  }
}
