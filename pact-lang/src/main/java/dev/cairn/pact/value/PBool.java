package dev.cairn.pact.value;

/** A truth value. */
public record PBool(boolean value) implements PactValue {
  public static final PBool TRUE = new PBool(true);
  public static final PBool FALSE = new PBool(false);

  public static PBool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public String typeName() {
    return "bool";
  }
}
