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

  private EventParameter() {}

  static byte[] encode(JsonNode param) {
    if (param.isTextual()) {
      return string(param.textValue());
    }
    if (param.isNumber()) {
      return decimal(param.decimalValue());
    }
    if (param.has("int")) {
      return integer(INTEGER, new BigInteger(param.get("int").asText()));
    }
    if (param.has("decimal")) {
      return decimal(new BigDecimal(param.get("decimal").asText()));
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
    try {
      return integer(DECIMAL, value.movePointRight(DECIMAL_PLACES).toBigIntegerExact());
    } catch (ArithmeticException e) {
      throw new MalformedException("An event's decimal has more than 18 places: " + value, e);
    }
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
