package dev.cairn.pact.encoding;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.KeysetName;
import dev.cairn.pact.value.ModuleHash;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueCbor} writes. */
public final class ValueCborReader {
  /** A value has at most 250 levels, with at most two calls here for each. */
  private static final int MAX_DEPTH = 550;

  private final CborReader in;
  private int depth;

  public ValueCborReader(CborReader in) {
    this.in = in;
  }

  /** The fields of a stored row. */
  public static PObject row(byte[] bytes) {
    CborReader row = new CborReader(bytes);
    if (row.small() != 0) {
      throw row.malformed("a row of an unknown version");
    }
    CborReader fields = new CborReader(row.bytes());
    row.finish();
    PObject read = new ValueCborReader(fields).fields();
    fields.finish();
    return read;
  }

  public PactValue value() {
    if (++depth > MAX_DEPTH) {
      throw in.malformed("nests deeper than " + MAX_DEPTH + " levels");
    }
    in.array(2);
    PactValue value =
        switch (in.small()) {
          case 0 -> literal();
          case 1 -> list();
          case 2 -> guard();
          case 3 -> fields();
          case 4 -> moduleRef();
          case 5 -> token();
          case 6 -> time();
          default -> throw in.malformed("unknown value");
        };
    depth--;
    return value;
  }

  private PactValue literal() {
    int parts = in.array();
    int kind = in.small();
    if (parts != (kind == 3 ? 1 : 2)) {
      throw in.malformed("literal of another size");
    }
    return switch (kind) {
      case 0 -> new PString(in.text());
      case 1 -> new PInteger(in.integer());
      case 2 -> new PDecimal(decimal());
      case 3 -> PUnit.UNIT;
      case 4 -> PBool.of(in.bool());
      default -> throw in.malformed("unknown literal");
    };
  }

  private Decimal decimal() {
    in.array(2);
    int places = in.small();
    if (places < 0 || places > Decimal.MAX_PLACES) {
      throw in.malformed("decimal with " + places + " places");
    }
    return new Decimal(places, in.integer());
  }

  private PList list() {
    List<PactValue> items = new ArrayList<>();
    for (int left = in.array(); left > 0; left--) {
      items.add(value());
    }
    return PList.of(items);
  }

  private PList arguments() {
    List<PactValue> items = new ArrayList<>();
    if (!in.openArray()) {
      in.array(0);
      return PList.EMPTY;
    }
    while (!in.end()) {
      items.add(value());
    }
    return PList.of(items);
  }

  private PObject fields() {
    Map<String, PactValue> fields = new HashMap<>();
    for (int left = in.map(); left > 0; left--) {
      fields.put(in.text(), value());
    }
    return PObject.of(fields);
  }

  private PTime time() {
    BigInteger micros = in.integer().subtract(ValueCbor.MJD_EPOCH_MICROS);
    if (micros.bitLength() >= Long.SIZE) {
      throw in.malformed("time out of range");
    }
    return new PTime(micros.longValue());
  }

  private ModuleRef moduleRef() {
    in.array(2);
    ModuleName name = moduleName();
    List<ModuleName> interfaces = new ArrayList<>();
    for (int left = in.array(); left > 0; left--) {
      interfaces.add(moduleName());
    }
    return ModuleRef.of(name, interfaces);
  }

  private CapToken token() {
    in.array(2);
    in.array(3);
    ModuleName module = moduleName();
    String name = in.text();
    ModuleHash hash = ModuleHash.of(in.bytes());
    return new CapToken(new FullyQualifiedName(module, name, hash), arguments());
  }

  private Guard guard() {
    in.array(2);
    int kind = in.small();
    in.array(kind == 3 ? 3 : 2);
    return switch (kind) {
      case 0 -> Guard.Keyset.of(keys(), predicate());
      case 1 -> keysetReference(in.text(), maybe());
      case 2 -> new Guard.UserGuard(qualifiedName(), arguments());
      case 3 -> new Guard.CapabilityGuard(qualifiedName(), arguments(), maybe());
      case 4 -> new Guard.ModuleGuard(moduleName(), in.text());
      case 5 -> new Guard.PactGuard(in.text(), in.text());
      default -> throw in.malformed("unknown guard");
    };
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (int left = in.array(); left > 0; left--) {
      keys.add(in.text());
    }
    return keys;
  }

  private static Guard keysetReference(String name, @Nullable String namespace) {
    return new Guard.KeysetReference(new KeysetName(namespace, name));
  }

  private String predicate() {
    in.array();
    return switch (in.small()) {
      case 0 -> Guard.Keyset.KEYS_ALL;
      case 1 -> Guard.Keyset.KEYS_2;
      case 2 -> Guard.Keyset.KEYS_ANY;
      case 3 -> customPredicate();
      default -> throw in.malformed("unknown predicate");
    };
  }

  private String customPredicate() {
    in.array(2);
    return in.small() == 0 ? qualifiedName().toString() : in.text();
  }

  private QualifiedName qualifiedName() {
    in.array(2);
    String name = name();
    return new QualifiedName(moduleName(), name);
  }

  private ModuleName moduleName() {
    in.array(2);
    String name = name();
    String namespace = in.array() == 0 ? null : name();
    return new ModuleName(namespace, name);
  }

  private String name() {
    String name = in.text();
    if (name.isEmpty()) {
      throw in.malformed("empty name");
    }
    return name;
  }

  private @Nullable String maybe() {
    return in.array() == 0 ? null : in.text();
  }
}
