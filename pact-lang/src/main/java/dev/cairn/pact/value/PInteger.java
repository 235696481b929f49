package dev.cairn.pact.value;

import dev.cairn.pact.error.PactException;
import java.math.BigInteger;

/** An integer; arithmetic on it never wraps. */
public record PInteger(BigInteger value) implements PactValue {
  /** 315,000 digits: far beyond use, and one multiplication of such numbers is still quick. */
  public static final int MAX_BITS = 1 << 20;

  public PInteger {
    if (value.bitLength() > MAX_BITS) {
      throw PactException.fatal("Integer has more than " + MAX_BITS + " bits");
    }
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
