package dev.cairn.pact.value;

import dev.cairn.pact.error.PactException;
import java.math.BigInteger;

/** An integer; arithmetic on it never wraps. */
public record PInteger(BigInteger value) implements PactValue {
  /** 79,000 digits: far beyond use, and reading or printing them still takes milliseconds. */
  public static final int MAX_BITS = 1 << 18;

  public PInteger {
    if (value.bitLength() > MAX_BITS) {
      throw tooLarge();
    }
  }

  /** The failure of making an integer beyond {@link #MAX_BITS}. */
  public static PactException tooLarge() {
    return PactException.fatal("Integer has more than " + MAX_BITS + " bits");
  }

  public static PInteger of(long value) {
    return new PInteger(BigInteger.valueOf(value));
  }

  @Override
  public String typeName() {
    return "integer";
  }

  @Override
  public long weight() {
    return 1L + value.bitLength() / Byte.SIZE;
  }
}
