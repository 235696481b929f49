package dev.cairn.pact.natives;

import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PTable;
import dev.cairn.pact.value.PactValue;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;

/**
 * Equality as {@code =} has it, charging the calling native for each step; apart from that and from
 * tables, which are not even equal to themselves, it is Java's {@code equals} of values.
 */
final class Equality {
  private final NativeCall call;

  Equality(NativeCall call) {
    this.call = call;
  }

  boolean holds(PactValue left, PactValue right) {
    if (left instanceof PList a && right instanceof PList b) {
      return all(a.items(), b.items());
    }
    if (left instanceof PObject a && right instanceof PObject b) {
      return sameFields(a, b);
    }
    if (left instanceof Guard.UserGuard a && right instanceof Guard.UserGuard b) {
      return a.function().equals(b.function()) && all(a.args().items(), b.args().items());
    }
    if (left instanceof Guard.CapabilityGuard a && right instanceof Guard.CapabilityGuard b) {
      return a.name().equals(b.name())
          && Objects.equals(a.pactId(), b.pactId())
          && all(a.args().items(), b.args().items());
    }
    if (left instanceof CapToken a && right instanceof CapToken b) {
      return a.name().equals(b.name()) && all(a.args().items(), b.args().items());
    }
    call.charge(ValueOrder.cost(left, right));
    return !(left instanceof PTable) && left.equals(right);
  }

  private boolean sameFields(PObject left, PObject right) {
    if (left.fields().size() != right.fields().size()) {
      return false;
    }
    boolean sameKeys = left.fields().keySet().equals(right.fields().keySet());
    if (!sameKeys) {
      call.charge(TextCost.comparison(left.fields().size()));
    }
    return sameKeys && all(left.fields().values(), right.fields().values());
  }

  private boolean all(Collection<PactValue> left, Collection<PactValue> right) {
    if (left.size() != right.size()) {
      return false;
    }
    call.charge(TextCost.comparison(left.size()));
    Iterator<PactValue> others = right.iterator();
    for (PactValue part : left) {
      if (!holds(part, others.next())) {
        return false;
      }
    }
    return true;
  }
}
