package dev.cairn.pact.value;

/** The unit value, {@code ()}. */
public enum PUnit implements PactValue {
  UNIT;

  @Override
  public String typeName() {
    return "unit";
  }
}
