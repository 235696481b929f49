package dev.cairn.pact.value;

import dev.cairn.pact.decimal.Decimal;

/** A decimal number. */
public record PDecimal(Decimal value) implements PactValue {
  @Override
  public String typeName() {
    return "decimal";
  }

  @Override
  public long weight() {
    return 1L + value.mantissa().bitLength() / Byte.SIZE;
  }
}
