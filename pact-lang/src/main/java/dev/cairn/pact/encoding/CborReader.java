package dev.cairn.pact.encoding;

import dev.cairn.pact.error.PactException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the CBOR items that {@link CborWriter} writes; any other is malformed. */
public final class CborReader {
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
  private static final int POSITIVE_BIGNUM = 2;
  private static final int NEGATIVE_BIGNUM = 3;

  private final byte[] bytes;
  private int position;

  public CborReader(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** Checks that nothing is left. */
  public void finish() {
    require(position == bytes.length, "bytes left over");
  }

  /** Opens an array of known size. */
  public int array() {
    return size(ARRAY);
  }

  /** Opens an array that must have so many items. */
  public void array(int size) {
    require(array() == size, "array of another size");
  }

  /** Whether an array without known size starts here; if so, it is opened. */
  public boolean openArray() {
    return skip(INDEFINITE_ARRAY);
  }

  /** Whether the array without known size ends here; if so, it is closed. */
  public boolean end() {
    return skip(BREAK);
  }

  /** Opens a map of so many pairs. */
  public int map() {
    return size(MAP);
  }

  public boolean bool() {
    boolean value = skip(TRUE);
    require(value || skip(FALSE), "no truth value");
    return value;
  }

  public String text() {
    return new String(take(size(TEXT)), StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return take(size(BYTES));
  }

  /** An integer that fits an {@code int}. */
  public int small() {
    BigInteger integer = integer();
    require(integer.bitLength() < Integer.SIZE, "integer too large");
    return integer.intValue();
  }

  public BigInteger integer() {
    int major = peek() >> 5;
    BigInteger argument = argument();
    return switch (major) {
      case UNSIGNED -> argument;
      case NEGATIVE -> argument.not();
      case TAG -> bignum(argument.intValue());
      default -> throw malformed("no integer");
    };
  }

  private BigInteger bignum(int tag) {
    require(tag == POSITIVE_BIGNUM || tag == NEGATIVE_BIGNUM, "unknown tag");
    BigInteger magnitude = new BigInteger(1, bytes());
    return tag == POSITIVE_BIGNUM ? magnitude : magnitude.not();
  }

  private int size(int major) {
    require(peek() >> 5 == major, "another item");
    BigInteger size = argument();
    // Each item has at least one byte, so no honest size is larger than what is left.
    boolean fits = size.compareTo(BigInteger.valueOf(bytes.length - position)) <= 0;
    require(fits, "size beyond the end");
    return size.intValue();
  }

  private BigInteger argument() {
    int information = take(1)[0] & 0x1f;
    require(information <= 27, "unknown head");
    return information < 24
        ? BigInteger.valueOf(information)
        : new BigInteger(1, take(1 << (information - 24)));
  }

  private int peek() {
    require(position < bytes.length, "end of bytes");
    return bytes[position] & 0xff;
  }

  private boolean skip(int expected) {
    boolean found = peek() == expected;
    position += found ? 1 : 0;
    return found;
  }

  private byte[] take(int count) {
    require(count <= bytes.length - position, "end of bytes");
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw malformed(otherwise);
    }
  }

  /** The failure of reading at the present position. */
  PactException malformed(String reason) {
    return PactException.fatal("Malformed CBOR at byte " + position + ": " + reason);
  }
}
