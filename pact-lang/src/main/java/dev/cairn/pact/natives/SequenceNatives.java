package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.integer;
import static dev.cairn.pact.natives.Operands.text;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The natives that measure, cut and search strings, lists and objects alike. */
public final class SequenceNatives {
  /** How much of a missing key an error on chain shows, in characters. */
  private static final int KEY_IN_ERROR = 10;

  private SequenceNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("length", 1, SequenceNatives::length),
        Native.of("reverse", 1, SequenceNatives::reverse),
        Native.of("take", 2, SequenceNatives::take),
        Native.of("drop", 2, SequenceNatives::drop),
        Native.of("contains", 2, SequenceNatives::contains),
        Native.of("at", 2, SequenceNatives::at),
        Native.of("remove", 2, SequenceNatives::remove));
  }

  private static Value length(NativeCall call) {
    if (call.argument(0) instanceof PString string) {
      int length = CodePoints.length(string.value());
      call.charge(TextCost.length(length));
      return PInteger.of(length);
    }
    if (call.argument(0) instanceof PList list) {
      return PInteger.of(list.size());
    }
    return PInteger.of(call.argument(0, PObject.class).fields().size());
  }

  private static Value reverse(NativeCall call) {
    if (call.argument(0) instanceof PString string) {
      call.charge(TextCost.concatenation(CodePoints.length(string.value())));
      return new PString(new StringBuilder(string.value()).reverse().toString());
    }
    List<PactValue> items = new ArrayList<>(call.argument(0, PList.class).items());
    call.charge(TextCost.concatenation(items.size()));
    Collections.reverse(items);
    return PList.of(items);
  }

  /** The first n elements, or with a negative n the last ones. */
  private static Value take(NativeCall call) {
    if (call.argument(1) instanceof PObject object) {
      return takeFields(call, object);
    }
    int length = lengthOfCut(call);
    BigInteger wanted = integer(call, 0);
    int count = clamped(wanted, length);
    if (wanted.signum() >= 0) {
      call.charge(TextCost.concatenation(count));
      return slice(call, 0, count);
    }
    // The reference charges for what is asked for at the end, not for what there is.
    call.charge(TextCost.concatenation(clamped(wanted, Integer.MAX_VALUE)));
    return slice(call, length - count, length);
  }

  /** All but the first n elements, or with a negative n all but the last ones. */
  private static Value drop(NativeCall call) {
    if (call.argument(1) instanceof PObject object) {
      Map<String, PactValue> kept = new HashMap<>(object.fields());
      keys(call).forEach(kept::remove);
      return PObject.of(kept);
    }
    int length = lengthOfCut(call);
    int count = clamped(integer(call, 0), length);
    return integer(call, 0).signum() >= 0
        ? slice(call, count, length)
        : slice(call, 0, length - count);
  }

  private static Value takeFields(NativeCall call, PObject object) {
    List<String> keys = keys(call);
    call.charge(TextCost.concatenation(keys.size()));
    Map<String, PactValue> kept = new HashMap<>(object.fields());
    kept.keySet().retainAll(keys);
    return PObject.of(kept);
  }

  private static List<String> keys(NativeCall call) {
    return texts(call, call.argument(0, PList.class));
  }

  /** The strings of a list of strings. */
  static List<String> texts(NativeCall call, PList list) {
    List<String> texts = new ArrayList<>(list.size());
    for (PactValue item : list.items()) {
      if (!(item instanceof PString string)) {
        throw call.typeError();
      }
      texts.add(string.value());
    }
    return texts;
  }

  private static int lengthOfCut(NativeCall call) {
    integer(call, 0); // the type error comes first
    return call.argument(1) instanceof PString string
        ? CodePoints.length(string.value())
        : call.argument(1, PList.class).size();
  }

  private static int clamped(BigInteger count, int length) {
    return count.abs().min(BigInteger.valueOf(length)).intValue();
  }

  private static Value slice(NativeCall call, int from, int to) {
    if (call.argument(1) instanceof PString string) {
      int start = string.value().offsetByCodePoints(0, from);
      int end = string.value().offsetByCodePoints(start, to - from);
      return new PString(string.value().substring(start, end));
    }
    return PList.of(call.argument(1, PList.class).items().subList(from, to));
  }

  private static Value contains(NativeCall call) {
    if (call.argument(1) instanceof PList list) {
      PactValue wanted = Operands.value(call, 0);
      Equality equality = new Equality(call);
      return PBool.of(list.items().stream().anyMatch(item -> equality.holds(wanted, item)));
    }
    String wanted = text(call, 0);
    if (call.argument(1) instanceof PObject object) {
      call.charge(TextCost.search(object.fields().size()));
      return PBool.of(object.fields().containsKey(wanted));
    }
    String in = text(call, 1);
    call.charge(TextCost.search((long) CodePoints.length(wanted) + CodePoints.length(in)));
    return PBool.of(in.contains(wanted));
  }

  private static Value at(NativeCall call) {
    if (call.argument(1) instanceof PList list) {
      return element(list, integer(call, 0));
    }
    PObject object = call.argument(1, PObject.class);
    String key = text(call, 0);
    call.charge(TextCost.lookup(CodePoints.length(key), object.fields().size()));
    PactValue value = object.get(key);
    if (value == null) {
      throw missingField(key, object);
    }
    return value;
  }

  private static Value element(PList list, BigInteger index) {
    if (index.signum() < 0 || index.compareTo(BigInteger.valueOf(list.size())) >= 0) {
      throw PactException.fatal(
          "Array index out of bounds. Length (" + list.size() + "), Index (" + index + ")",
          "Array index out of bounds. Length: " + list.size() + ", Index: " + index);
    }
    return list.items().get(index.intValue());
  }

  /** The failure of looking for a field that an object has not. */
  public static PactException missingField(String key, PObject object) {
    String shown =
        CodePoints.length(key) > KEY_IN_ERROR
            ? key.substring(0, key.offsetByCodePoints(0, KEY_IN_ERROR)) + "..."
            : key;
    return PactException.fatal(
        "Key \"" + key + "\" not found in object: " + ValueText.repl(object),
        "Key " + shown + " not found in object.");
  }

  private static Value remove(NativeCall call) {
    String key = text(call, 0);
    Map<String, PactValue> kept = new HashMap<>(call.argument(1, PObject.class).fields());
    call.charge(TextCost.removal(CodePoints.length(key), kept.size()));
    kept.remove(key);
    return PObject.of(kept);
  }
}
