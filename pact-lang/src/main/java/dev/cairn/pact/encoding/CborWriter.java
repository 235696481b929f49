package dev.cairn.pact.encoding;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes CBOR items (RFC 8949), each head in its shortest form. */
public final class CborWriter {
  private static final int UNSIGNED = 0;
  private static final int NEGATIVE = 1;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int ARRAY = 4;
  private static final int MAP = 5;
  private static final int TAG = 6;
  private static final int INDEFINITE_ARRAY = 0x9f;
  private static final int BREAK = 0xff;
  private static final int FALSE = 0xf4;
  private static final int TRUE = 0xf5;
  private static final int NULL = 0xf6;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public byte[] toByteArray() {
    return out.toByteArray();
  }

  /** Opens an array of so many items. */
  public CborWriter array(int size) {
    return head(ARRAY, size);
  }

  /** Opens an array that {@link #end} closes. */
  public CborWriter openArray() {
    out.write(INDEFINITE_ARRAY);
    return this;
  }

  public CborWriter end() {
    out.write(BREAK);
    return this;
  }

  /** A whole list: empty, or of a length that only its end tells. */
  public <T> CborWriter list(List<T> items, Consumer<? super T> each) {
    if (items.isEmpty()) {
      return array(0);
    }
    openArray();
    items.forEach(each);
    return end();
  }

  /** Opens a map of so many pairs. */
  public CborWriter map(int size) {
    return head(MAP, size);
  }

  public CborWriter nothing() {
    out.write(NULL);
    return this;
  }

  public CborWriter bool(boolean value) {
    out.write(value ? TRUE : FALSE);
    return this;
  }

  public CborWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head(TEXT, bytes.length).out.writeBytes(bytes);
    return this;
  }

  public CborWriter bytes(byte[] bytes) {
    head(BYTES, bytes.length).out.writeBytes(bytes);
    return this;
  }

  public CborWriter integer(long value) {
    // ~value is -1 - value, which is what a negative integer's head holds.
    return value >= 0 ? head(UNSIGNED, value) : head(NEGATIVE, ~value);
  }

  /** An integer, as a bignum (tags 2 and 3) when 64 bits are too few. */
  public CborWriter integer(BigInteger value) {
    boolean negative = value.signum() < 0;
    BigInteger magnitude = negative ? value.not() : value;
    if (magnitude.bitLength() <= Long.SIZE) {
      return head(negative ? NEGATIVE : UNSIGNED, magnitude.longValue());
    }
    byte[] bytes = magnitude.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    head(TAG, negative ? 3 : 2).head(BYTES, bytes.length - sign);
    out.write(bytes, sign, bytes.length - sign);
    return this;
  }

  /** The argument is an unsigned number of 64 bits. */
  private CborWriter head(int major, long argument) {
    int type = major << 5;
    if (Long.compareUnsigned(argument, 24) < 0) {
      out.write(type | (int) argument);
      return this;
    }
    int log = argument >>> 8 == 0 ? 0 : argument >>> 16 == 0 ? 1 : argument >>> 32 == 0 ? 2 : 3;
    out.write(type | (24 + log));
    for (int shift = (8 << log) - 8; shift >= 0; shift -= 8) {
      out.write((int) (argument >>> shift));
    }
    return this;
  }
}
