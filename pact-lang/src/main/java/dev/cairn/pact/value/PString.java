package dev.cairn.pact.value;

/** A string of Unicode code points. */
public record PString(String value) implements PactValue {
  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public long weight() {
    return 1L + value.length();
  }
}
