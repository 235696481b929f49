package dev.cairn.pact.encoding;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.time.TimePattern;
import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
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
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as stable JSON (reference section 3.1): no white space, members in fixed or legacy
 * order. The text is what a chain hashes and returns. {@link RequestJson} reads it back.
 */
public final class StableJson {
  /** A time with a whole number of these is written without its fraction of a second. */
  private static final long MICROS_PER_MILLI = 1_000;

  private final StringBuilder out = new StringBuilder();

  private StableJson() {}

  public static String write(PactValue value) {
    StableJson json = new StableJson();
    json.value(value);
    return json.out.toString();
  }

  private void value(PactValue value) {
    if (value instanceof PString string) {
      JsonText.quote(out, string.value());
    } else if (value instanceof PInteger integer) {
      integer(integer.value());
    } else if (value instanceof PDecimal decimal) {
      decimal(decimal.value());
    } else if (value instanceof PBool bool) {
      out.append(bool.value());
    } else if (value instanceof PUnit) {
      out.append("null");
    } else if (value instanceof PTime time) {
      time(time);
    } else if (value instanceof PList list) {
      list(list);
    } else if (value instanceof PObject object) {
      object(object);
    } else if (value instanceof Guard guard) {
      guard(guard);
    } else if (value instanceof ModuleRef reference) {
      moduleRef(reference);
    } else if (value instanceof CapToken token) {
      key("{", "#ctName")
          .text(token.name().toString())
          .key(",", "#ctArgs")
          .list(token.args())
          .end();
    } else if (value instanceof TableValue table) {
      new TableJson(out).table(table);
    } else {
      throw new IllegalArgumentException("A value of unknown kind: " + value.getClass());
    }
  }

  private void integer(BigInteger integer) {
    key("{", "int");
    if (JsonText.isSafe(integer)) {
      out.append(integer);
    } else {
      text(integer.toString());
    }
    end();
  }

  private void decimal(Decimal decimal) {
    if (JsonText.isSafe(decimal.mantissa())) {
      out.append(JsonText.number(decimal));
    } else {
      key("{", "decimal").text(unreduced(decimal)).end();
    }
  }

  /** All digits with all places; without places there is no point either. */
  private static String unreduced(Decimal decimal) {
    return decimal.toBigDecimal().toPlainString();
  }

  private void time(PTime time) {
    boolean wholeMillis = time.micros() % MICROS_PER_MILLI == 0;
    String pattern = wholeMillis ? TimePattern.ISO_SECONDS : TimePattern.ISO_MICROS;
    key("{", wholeMillis ? "time" : "timep").text(TimePattern.format(pattern, time)).end();
  }

  private StableJson list(PList list) {
    String separator = "[";
    for (PactValue item : list.items()) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(list.items().isEmpty() ? "[]" : "]");
    return this;
  }

  private void object(PObject object) {
    String separator = "{";
    for (String key : LegacyOrder.keys(object.fields())) {
      key(separator, key).value(object.fields().get(key));
      separator = ",";
    }
    out.append(object.fields().isEmpty() ? "{}" : "}");
  }

  private void guard(Guard guard) {
    if (guard instanceof Guard.Keyset keyset) {
      keyset(keyset);
    } else if (guard instanceof Guard.KeysetReference reference) {
      keysetReference(reference);
    } else if (guard instanceof Guard.UserGuard user) {
      key("{", "args").list(user.args()).key(",", "fun").text(user.function().toString()).end();
    } else if (guard instanceof Guard.CapabilityGuard capability) {
      key("{", "cgPactId").text(capability.pactId());
      key(",", "cgArgs").list(capability.args());
      key(",", "cgName").text(capability.name().toString()).end();
    } else if (guard instanceof Guard.ModuleGuard module) {
      key("{", "moduleName").moduleName(module.module()).key(",", "name").text(module.name()).end();
    } else if (guard instanceof Guard.PactGuard pact) {
      key("{", "pactId").text(pact.pactId()).key(",", "name").text(pact.name()).end();
    }
  }

  private void keyset(Guard.Keyset keyset) {
    key("{", "pred").text(keyset.predicate()).key(",", "keys");
    String separator = "[";
    for (String publicKey : keyset.keys()) {
      out.append(separator);
      text(publicKey);
      separator = ",";
    }
    out.append(keyset.keys().isEmpty() ? "[]" : "]");
    end();
  }

  private void keysetReference(Guard.KeysetReference reference) {
    key("{", "keysetref");
    if (reference.name().namespace() == null) {
      text(reference.name().name());
    } else {
      key("{", "ns").text(reference.name().namespace());
      key(",", "ksn").text(reference.name().name()).end();
    }
    end();
  }

  private void moduleRef(ModuleRef reference) {
    key("{", "refSpec");
    String separator = "[";
    for (ModuleName implemented : reference.interfaces()) {
      out.append(separator);
      moduleName(implemented);
      separator = ",";
    }
    out.append(reference.interfaces().isEmpty() ? "[]" : "]");
    key(",", "refName").moduleName(reference.name()).end();
  }

  private StableJson moduleName(ModuleName name) {
    key("{", "namespace").text(name.namespace()).key(",", "name").text(name.name()).end();
    return this;
  }

  /** {@code {"namespace":…,"name":…}}. */
  static void moduleName(StringBuilder out, ModuleName name) {
    StableJson json = new StableJson();
    json.moduleName(name);
    out.append(json.out);
  }

  private StableJson key(String separator, String key) {
    out.append(separator);
    JsonText.quote(out, key);
    out.append(':');
    return this;
  }

  private StableJson text(@Nullable String text) {
    if (text == null) {
      out.append("null");
    } else {
      JsonText.quote(out, text);
    }
    return this;
  }

  private void end() {
    out.append('}');
  }
}
