package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.integer;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The natives that make and order lists. */
public final class ListNatives {
  /** Elements of a list made by one call; as gas may be free, something else must end it. */
  private static final int MAX_LENGTH = 1 << 21;

  /**
   * Longest list that {@code distinct} goes through as the reference does, which takes quadratic
   * time; of longer ones the cost is an upper bound.
   */
  private static final int MAX_COMPARED = 256;

  private ListNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("sort", 1, ListNatives::sort),
        Native.of("sort", 2, ListNatives::sortByFields).as("sort-object"),
        Native.of("distinct", 1, ListNatives::distinct),
        Native.of("enumerate", 2, call -> enumerate(call, step(call))),
        Native.of("enumerate", 3, call -> enumerate(call, integer(call, 2))).as("enumerate-step"),
        Native.of("make-list", 2, ListNatives::makeList));
  }

  private static Value sort(NativeCall call) {
    List<PactValue> items = new ArrayList<>(call.argument(0, PList.class).items());
    long largest = items.stream().mapToLong(ValueSize::of).max().orElse(0);
    call.charge(TextCost.sorting(largest, items.size()));
    items.sort(ValueOrder::compare);
    return PList.of(items);
  }

  /** The last field is the most significant; objects without it count as equal in it. */
  private static Value sortByFields(NativeCall call) {
    PList list = call.argument(1, PList.class);
    PList fields = call.argument(0, PList.class);
    if (fields.size() == 0 || list.size() == 0) {
      return list;
    }
    List<PObject> objects = new ArrayList<>(list.size());
    for (PactValue item : list.items()) {
      if (!(item instanceof PObject object)) {
        throw call.typeError();
      }
      objects.add(object);
    }
    objects.sort(byFields(SequenceNatives.texts(call, fields)));
    return PList.of(objects);
  }

  private static Comparator<PObject> byFields(List<String> fields) {
    List<String> mostSignificantFirst = new ArrayList<>(fields);
    Collections.reverse(mostSignificantFirst);
    return (left, right) -> {
      for (String field : mostSignificantFirst) {
        int order = ValueOrder.compare(left.get(field), right.get(field));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static Value distinct(NativeCall call) {
    PList list = call.argument(0, PList.class);
    if (list.size() <= MAX_COMPARED) {
      return PList.of(keptByComparing(list.items(), new Equality(call)));
    }
    Set<PactValue> distinct = new LinkedHashSet<>(list.items());
    call.charge(TextCost.comparison((long) distinct.size() * list.size()));
    return PList.of(List.copyOf(distinct));
  }

  /** Each kept element is compared with all that are left, as the cost of it has it. */
  private static List<PactValue> keptByComparing(List<PactValue> items, Equality equality) {
    List<PactValue> kept = new ArrayList<>();
    List<PactValue> left = new ArrayList<>(items);
    while (!left.isEmpty()) {
      PactValue next = left.remove(0);
      kept.add(next);
      left.removeIf(other -> equality.holds(next, other));
    }
    return kept;
  }

  private static BigInteger step(NativeCall call) {
    boolean down = integer(call, 0).compareTo(integer(call, 1)) > 0;
    return down ? BigInteger.ONE.negate() : BigInteger.ONE;
  }

  private static Value enumerate(NativeCall call, BigInteger step) {
    BigInteger from = integer(call, 0);
    BigInteger distance = integer(call, 1).subtract(from);
    if (distance.signum() != 0 && step.signum() == 0) {
      return PList.EMPTY;
    }
    if (distance.signum() * step.signum() < 0) {
      throw PactException.fatal(
          "Enumeration error: enumerate: increment diverges "
              + (distance.signum() > 0 ? "below" : "above")
              + " from interval bounds.");
    }
    BigInteger steps = distance.signum() == 0 ? BigInteger.ZERO : distance.divide(step);
    int length = checkedLength(steps.add(BigInteger.ONE));
    call.charge(TextCost.repetition(length, ValueSize.of(from.abs().max(integer(call, 1).abs()))));
    return progression(from, step, length);
  }

  private static PList progression(BigInteger from, BigInteger step, int length) {
    List<PactValue> items = new ArrayList<>(length);
    BigInteger next = from;
    for (int i = 0; i < length; i++) {
      items.add(new PInteger(next));
      next = next.add(step);
    }
    return PList.of(items);
  }

  private static Value makeList(NativeCall call) {
    PactValue value = Operands.value(call, 1);
    int length = checkedLength(integer(call, 0).max(BigInteger.ZERO));
    call.charge(TextCost.repetition(length, ValueSize.of(value)));
    return PList.of(Collections.nCopies(length, value));
  }

  private static int checkedLength(BigInteger length) {
    if (length.compareTo(BigInteger.valueOf(MAX_LENGTH)) > 0) {
      throw PactException.fatal("List is longer than " + MAX_LENGTH + " elements");
    }
    return length.intValue();
  }
}
