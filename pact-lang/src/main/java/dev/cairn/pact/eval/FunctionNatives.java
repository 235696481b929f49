package dev.cairn.pact.eval;

import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.natives.SequenceNatives;
import dev.cairn.pact.term.Truth;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The natives that call functions they are given. */
public final class FunctionNatives {
  /** Cost of taking one element off a list. */
  private static final long ELEMENT_MILLIGAS = 100;

  private FunctionNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("map", 2, FunctionNatives::map),
        Native.of("filter", 2, FunctionNatives::filter),
        Native.of("fold", 3, FunctionNatives::fold),
        Native.of("zip", 3, FunctionNatives::zip),
        Native.of("compose", 3, FunctionNatives::compose),
        Native.of("bind", 2, FunctionNatives::bind),
        Native.of("where", 3, FunctionNatives::where),
        Native.of("and?", 3, FunctionNatives::both),
        Native.of("or?", 3, FunctionNatives::either),
        Native.of("not?", 2, FunctionNatives::not),
        Native.of("cond", 1, call -> call.call(function(call, 0))),
        Native.of("identity", 1, call -> value(call, 0)));
  }

  private static Closure function(NativeCall call, int index) {
    return call.argument(index, Closure.class);
  }

  private static PactValue value(NativeCall call, int index) {
    return call.argument(index, PactValue.class);
  }

  private static Value map(NativeCall call) {
    Closure function = function(call, 0);
    PList list = call.argument(1, PList.class);
    List<PactValue> results = new ArrayList<>(list.size());
    for (PactValue item : list.items()) {
      call.charge(ELEMENT_MILLIGAS);
      results.add(Closure.pactValue(function.apply(item)));
    }
    return PList.of(results);
  }

  private static Value filter(NativeCall call) {
    Closure function = function(call, 0);
    PList list = call.argument(1, PList.class);
    List<PactValue> kept = new ArrayList<>();
    for (PactValue item : list.items()) {
      call.charge(ELEMENT_MILLIGAS);
      if (Truth.of(function.apply(item))) {
        kept.add(item);
      }
    }
    return PList.of(kept);
  }

  private static Value fold(NativeCall call) {
    Closure function = function(call, 0);
    PactValue result = value(call, 1);
    for (PactValue item : call.argument(2, PList.class).items()) {
      call.charge(ELEMENT_MILLIGAS);
      result = Closure.pactValue(function.apply(result, item));
    }
    return result;
  }

  private static Value zip(NativeCall call) {
    Closure function = function(call, 0);
    List<PactValue> left = call.argument(1, PList.class).items();
    List<PactValue> right = call.argument(2, PList.class).items();
    List<PactValue> results = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      call.charge(ELEMENT_MILLIGAS);
      results.add(Closure.pactValue(function.apply(left.get(i), right.get(i))));
    }
    return PList.of(results);
  }

  private static Value compose(NativeCall call) {
    Closure second = function(call, 1);
    return second.apply(function(call, 0).apply(call.argument(2)));
  }

  private static Value bind(NativeCall call) {
    PObject object = call.argument(0, PObject.class);
    return function(call, 1).apply(object);
  }

  private static Value where(NativeCall call) {
    String key = call.argument(0, PString.class).value();
    Closure test = function(call, 1);
    PObject object = call.argument(2, PObject.class);
    call.charge(TextCost.lookup(key.codePointCount(0, key.length()), object.fields().size()));
    PactValue value = object.get(key);
    if (value == null) {
      throw SequenceNatives.missingField(key, object);
    }
    return PBool.of(Truth.of(test.apply(value)));
  }

  private static Value both(NativeCall call) {
    Closure right = function(call, 1);
    PactValue value = value(call, 2);
    return PBool.of(Truth.of(function(call, 0).apply(value)) && Truth.of(right.apply(value)));
  }

  private static Value either(NativeCall call) {
    Closure right = function(call, 1);
    PactValue value = value(call, 2);
    return PBool.of(Truth.of(function(call, 0).apply(value)) || Truth.of(right.apply(value)));
  }

  private static Value not(NativeCall call) {
    PactValue value = value(call, 1);
    return PBool.of(!Truth.of(function(call, 0).apply(value)));
  }
}
