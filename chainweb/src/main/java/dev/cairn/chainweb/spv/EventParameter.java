package dev.cairn.chainweb.spv;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.LittleEndian;
import dev.cairn.chainweb.MalformedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** One parameter of an event in a block's events log: a tag, then the value (reference §5.7). */
final class EventParameter {

  private static final byte STRING = 0;
  private static final byte INTEGER = 1;
  private static final byte DECIMAL = 2;

  private static final int INTEGER_SIZE = 32;
  private static final int DECIMAL_PLACES = 18;

  // 2^255 has 77 digits; with point, places and sign that is more than any number needs.
  private static final int MAX_DIGITS = 100;

  private EventParameter() {}

  static byte[] encode(JsonNode param) {
    if (param.isTextual()) {
      return string(param.textValue());
    }
    if (param.isNumber()) {
      return decimal(param.decimalValue());
    }
    if (param.has("int")) {
      return integer(INTEGER, whole(number(param.get("int"))));
    }
    if (param.has("decimal")) {
      return decimal(number(param.get("decimal")));
    }
    throw new UnsupportedOperationException(
        "An event with a parameter that is no string, integer or decimal has no proof: " + param);
  }

  // LE32(length) ‖ UTF-8
  private static byte[] string(String text) {
    byte[] utf8 = Bytes.utf8(text).bytes();
    return ByteBuffer.allocate(1 + Integer.BYTES + utf8.length)
        .put(STRING)
        .put(LittleEndian.le32(utf8.length))
        .put(utf8)
        .array();
  }

  // times 10^18, as an integer
  private static byte[] decimal(BigDecimal value) {
    return integer(DECIMAL, inBounds(value).movePointRight(DECIMAL_PLACES).toBigIntegerExact());
  }

  private static BigDecimal number(JsonNode value) {
    String text = value.asText();
    if (text.length() > MAX_DIGITS) {
      throw new MalformedException("An event's number does not fit into 256 bits: " + text);
    }
    try {
      return inBounds(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new MalformedException("An event's number is decimal, not \"" + text + "\".", e);
    }
  }

  private static BigInteger whole(BigDecimal value) {
    if (value.stripTrailingZeros().scale() > 0) {
      throw new MalformedException("An event's integer is whole, not " + value + ".");
    }
    return value.toBigIntegerExact();
  }

  // Before any arithmetic: a short text such as 1e999999999 would fill the memory.
  private static BigDecimal inBounds(BigDecimal value) {
    if (value.precision() - (long) value.scale() > MAX_DIGITS) {
      throw new MalformedException("An event's number does not fit into 256 bits: " + value);
    }
    if (value.stripTrailingZeros().scale() > DECIMAL_PLACES) {
      throw new MalformedException("An event's decimal has more than 18 places: " + value);
    }
    return value;
  }

  // 256-bit two's complement, little endian
  private static byte[] integer(byte tag, BigInteger value) {
    if (value.bitLength() >= 8 * INTEGER_SIZE) {
      throw new MalformedException("An event's number does not fit into 256 bits: " + value);
    }
    ByteBuffer target = ByteBuffer.allocate(1 + INTEGER_SIZE).put(tag);
    for (int i = 0; i < INTEGER_SIZE; i++) {
      target.put(value.shiftRight(8 * i).byteValue());
    }
    return target.array();
  }
}
