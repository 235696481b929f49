package dev.cairn.chainweb;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each required to be there and of the right kind. */
public final class JsonFields {

  private final JsonNode object;
  private final String what;

  private JsonFields(JsonNode object, String what) {
    this.object = object;
    this.what = what;
  }

  /** The members of an object; {@code what} names it in messages. */
  public static JsonFields of(@Nullable JsonNode object, String what) {
    if (object == null || !object.isObject()) {
      throw new MalformedException("A " + what + " is a JSON object.");
    }
    return new JsonFields(object, what);
  }

  /** Refuses any member besides these. */
  public JsonFields only(Set<String> names) {
    Set<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw new MalformedException("A " + what + " has no member " + unknown + ".");
    }
    return this;
  }

  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  public JsonNode any(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new MalformedException("A " + what + " needs the member \"" + name + "\".");
    }
    return value;
  }

  public JsonNode object(String name) {
    return require(name, any(name), any(name).isObject(), "an object");
  }

  public JsonNode array(String name) {
    return require(name, any(name), any(name).isArray(), "an array");
  }

  public String text(String name) {
    return require(name, any(name), any(name).isTextual(), "a string").textValue();
  }

  public byte[] bytes(String name) {
    return inField(name, () -> Base64Url.decode(text(name)));
  }

  public Hash hash(String name) {
    return inField(name, () -> Hash.parse(text(name)));
  }

  public int intValue(String name) {
    JsonNode value = any(name);
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    return require(name, value, fits, "a 32-bit integer").intValue();
  }

  public long signedLong(String name) {
    JsonNode value = any(name);
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    return require(name, value, fits, "a 64-bit integer").longValue();
  }

  /** An unsigned 64-bit integer, as the long with the same bits. */
  public long unsignedLong(String name) {
    JsonNode value = any(name);
    boolean fits = value.isIntegralNumber() && isUnsigned64(value.bigIntegerValue());
    return require(name, value, fits, "an unsigned 64-bit integer").bigIntegerValue().longValue();
  }

  private static boolean isUnsigned64(BigInteger value) {
    return value.signum() >= 0 && value.bitLength() <= Long.SIZE;
  }

  private JsonNode require(String name, JsonNode value, boolean good, String kind) {
    if (!good) {
      throw new MalformedException("\"%s\" of a %s is %s.".formatted(name, what, kind));
    }
    return value;
  }

  private <T> T inField(String name, Supplier<T> read) {
    try {
      return read.get();
    } catch (MalformedException e) {
      throw new MalformedException(
          "\"%s\" of a %s can't be read. %s".formatted(name, what, e.getMessage()), e);
    }
  }
}
