package dev.cairn.pact.gas;

import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.KeysetName;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTime;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The estimated bytes of a value, which its reads, writes, hashes and copies cost by. The estimate
 * follows the shape that the reference implementation keeps in memory: one byte for a record, two
 * for a choice between forms, four for a length, five for a sequence.
 */
public final class ValueSize {
  private static final long RECORD = 1;
  private static final long CHOICE = 2;
  private static final long LENGTH = 4;
  private static final long SEQUENCE = 5;
  private static final long TIME = 8;
  private static final int MIN_INTEGER_BITS = 64;

  private ValueSize() {}

  public static long of(PactValue value) {
    if (value instanceof PList list) {
      return CHOICE + ofItems(list);
    }
    if (value instanceof PObject object) {
      return CHOICE + ofFields(object);
    }
    if (value instanceof Guard guard) {
      return CHOICE + CHOICE + ofGuardAlone(guard);
    }
    if (value instanceof ModuleRef reference) {
      long interfaces = reference.interfaces().stream().mapToLong(ValueSize::of).sum();
      return CHOICE + RECORD + of(reference.name()) + SEQUENCE + interfaces;
    }
    if (value instanceof CapToken token) {
      long hash = LENGTH + token.name().hash().bytes().length;
      return CHOICE + RECORD + of(token.name().qualified()) + hash + ofItems(token.args());
    }
    return CHOICE + (value instanceof PTime ? TIME : CHOICE + ofLiteral(value));
  }

  /** The fields of a row. */
  public static long ofFields(PObject object) {
    long size = SEQUENCE;
    for (Map.Entry<String, PactValue> field : object.fields().entrySet()) {
      size += RECORD + of(field.getKey()) + of(field.getValue());
    }
    return size;
  }

  private static long ofLiteral(PactValue literal) {
    if (literal instanceof PString string) {
      return of(string.value());
    }
    if (literal instanceof PInteger integer) {
      return of(integer.value());
    }
    if (literal instanceof PDecimal decimal) {
      return RECORD + 1 + of(decimal.value().mantissa());
    }
    return literal instanceof PBool ? 1 : 0;
  }

  /** The elements of a list. */
  public static long ofItems(PList list) {
    return SEQUENCE + list.items().stream().mapToLong(ValueSize::of).sum();
  }

  /** What a guard holds, without the byte for its kind. */
  public static long ofGuardAlone(Guard guard) {
    if (guard instanceof Guard.Keyset keyset) {
      long keys = keyset.keys().stream().mapToLong(ValueSize::of).sum();
      return RECORD + SEQUENCE + keys + ofPredicate(keyset.predicate());
    }
    if (guard instanceof Guard.KeysetReference reference) {
      return of(reference.name());
    }
    if (guard instanceof Guard.UserGuard user) {
      return RECORD + of(user.function()) + ofItems(user.args());
    }
    if (guard instanceof Guard.CapabilityGuard capability) {
      long call = of(capability.name()) + ofItems(capability.args());
      return RECORD + call + ofMaybe(capability.pactId());
    }
    if (guard instanceof Guard.ModuleGuard module) {
      return RECORD + of(module.module()) + of(module.name());
    }
    Guard.PactGuard pact = (Guard.PactGuard) guard;
    return RECORD + of(pact.pactId()) + of(pact.name());
  }

  /** A namespace as it is stored, with its two guards. */
  public static long ofNamespace(String name, Guard user, Guard admin) {
    return RECORD + of(name) + CHOICE + ofGuardAlone(user) + CHOICE + ofGuardAlone(admin);
  }

  private static long ofPredicate(String predicate) {
    return switch (predicate) {
      case Guard.Keyset.KEYS_ALL, Guard.Keyset.KEYS_ANY, Guard.Keyset.KEYS_2 -> CHOICE;
      default ->
          CHOICE
              + CHOICE
              + QualifiedName.parse(predicate).map(ValueSize::of).orElseGet(() -> of(predicate));
    };
  }

  private static long of(KeysetName name) {
    return RECORD + of(name.name()) + ofMaybe(name.namespace());
  }

  public static long of(ModuleName name) {
    return RECORD + of(name.name()) + ofMaybe(name.namespace());
  }

  public static long of(QualifiedName name) {
    return RECORD + of(name.name()) + of(name.module());
  }

  private static long ofMaybe(@Nullable String text) {
    return CHOICE + (text == null ? 0 : of(text));
  }

  public static long of(String text) {
    return LENGTH + text.getBytes(StandardCharsets.UTF_8).length;
  }

  public static long of(BigInteger integer) {
    return Math.max(MIN_INTEGER_BITS, integer.abs().bitLength()) / Byte.SIZE;
  }
}
