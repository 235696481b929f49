package dev.cairn.pact.value;

import dev.cairn.pact.error.PactException;

/** A string of Unicode code points. */
public record PString(String value) implements PactValue {
  /** UTF-16 units: a string doubles with each concatenation, and gas may be free. */
  public static final int MAX_LENGTH = 1 << 24;

  public PString {
    checkLength(value.length());
  }

  /** Fails when a string that is about to be made would be too long. */
  public static void checkLength(long length) {
    if (length > MAX_LENGTH) {
      throw PactException.fatal("String is longer than " + MAX_LENGTH + " characters");
    }
  }

  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public long weight() {
    return 1L + value.length();
  }
}
