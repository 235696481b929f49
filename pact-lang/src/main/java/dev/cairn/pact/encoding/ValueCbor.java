package dev.cairn.pact.encoding;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.FullyQualifiedName;
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
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import java.math.BigInteger;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes values and names in CBOR, as stored rows and module hashes hold them (reference section
 * 3.3, rows "value", "guard", "literal" and the names).
 */
public final class ValueCbor {
  /** 1858-11-17, where modified Julian days start, is so long before 1970. */
  static final BigInteger MJD_EPOCH_MICROS = BigInteger.valueOf(40_587L * 86_400 * 1_000_000);

  private final CborWriter out;

  public ValueCbor(CborWriter out) {
    this.out = out;
  }

  /** The bytes of a stored row: version 0, then the map of fields as a byte string. */
  public static byte[] row(PObject row) {
    CborWriter fields = new CborWriter();
    new ValueCbor(fields).fields(row);
    return new CborWriter().integer(0).bytes(fields.toByteArray()).toByteArray();
  }

  public void value(PactValue value) {
    out.array(2);
    if (value instanceof PList list) {
      out.integer(1).array(list.size());
      list.items().forEach(this::value);
    } else if (value instanceof Guard guard) {
      out.integer(2);
      guard(guard);
    } else if (value instanceof PObject object) {
      out.integer(3);
      fields(object);
    } else if (value instanceof ModuleRef reference) {
      out.integer(4).array(2);
      moduleName(reference.name());
      moduleNames(reference.interfaces());
    } else if (value instanceof CapToken token) {
      out.integer(5).array(2);
      fullyQualifiedName(token.name());
      arguments(token.args());
    } else if (value instanceof PTime time) {
      out.integer(6).integer(BigInteger.valueOf(time.micros()).add(MJD_EPOCH_MICROS));
    } else {
      out.integer(0);
      literal(value);
    }
  }

  /** A string, number, truth value or unit. */
  public void literal(PactValue literal) {
    if (literal instanceof PString string) {
      out.array(2).integer(0).text(string.value());
    } else if (literal instanceof PInteger integer) {
      out.array(2).integer(1).integer(integer.value());
    } else if (literal instanceof PDecimal decimal) {
      out.array(2).integer(2);
      decimal(decimal.value());
    } else if (literal instanceof PUnit) {
      out.array(1).integer(3);
    } else if (literal instanceof PBool bool) {
      out.array(2).integer(4).bool(bool.value());
    } else {
      throw PactException.fatal("A value of type " + literal.typeName() + " cannot be stored");
    }
  }

  private void decimal(Decimal decimal) {
    out.array(2).integer(decimal.places()).integer(decimal.mantissa());
  }

  private void fields(PObject object) {
    out.map(object.fields().size());
    object
        .fields()
        .forEach(
            (key, value) -> {
              out.text(key);
              value(value);
            });
  }

  private void arguments(PList list) {
    out.list(list.items(), this::value);
  }

  private void guard(Guard guard) {
    out.array(2);
    if (guard instanceof Guard.Keyset keyset) {
      out.integer(0).array(2).array(keyset.keys().size());
      keyset.keys().forEach(out::text);
      predicate(keyset.predicate());
    } else if (guard instanceof Guard.KeysetReference reference) {
      out.integer(1);
      keysetName(reference.name());
    } else if (guard instanceof Guard.UserGuard user) {
      out.integer(2).array(2);
      qualifiedName(user.function());
      arguments(user.args());
    } else if (guard instanceof Guard.CapabilityGuard capability) {
      out.integer(3).array(3);
      qualifiedName(capability.name());
      arguments(capability.args());
      maybe(capability.pactId());
    } else if (guard instanceof Guard.ModuleGuard module) {
      out.integer(4).array(2);
      moduleName(module.module());
      out.text(module.name());
    } else if (guard instanceof Guard.PactGuard pact) {
      out.integer(5).array(2).text(pact.pactId()).text(pact.name());
    }
  }

  private void predicate(String predicate) {
    switch (predicate) {
      case Guard.Keyset.KEYS_ALL -> out.array(1).integer(0);
      case Guard.Keyset.KEYS_2 -> out.array(1).integer(1);
      case Guard.Keyset.KEYS_ANY -> out.array(1).integer(2);
      default -> customPredicate(predicate);
    }
  }

  private void customPredicate(String predicate) {
    out.array(2).integer(3).array(2);
    QualifiedName.parse(predicate)
        .ifPresentOrElse(
            name -> {
              out.integer(0);
              qualifiedName(name);
            },
            () -> out.integer(1).text(predicate));
  }

  public void keysetName(KeysetName name) {
    out.array(2).text(name.name());
    maybe(name.namespace());
  }

  public void moduleName(ModuleName name) {
    out.array(2).text(name.name());
    maybe(name.namespace());
  }

  public void moduleNames(SortedSet<ModuleName> names) {
    out.array(names.size());
    names.forEach(this::moduleName);
  }

  public void qualifiedName(QualifiedName name) {
    out.array(2).text(name.name());
    moduleName(name.module());
  }

  public void fullyQualifiedName(FullyQualifiedName name) {
    out.array(3);
    moduleName(name.module());
    out.text(name.name()).bytes(name.hash().bytes());
  }

  private void maybe(@Nullable String text) {
    if (text == null) {
      out.array(0);
    } else {
      out.array(1).text(text);
    }
  }
}
