package dev.cairn.pact.value;

/** A point in time: microseconds since 1970-01-01T00:00:00Z, negative before. */
public record PTime(long micros) implements PactValue {
  @Override
  public String typeName() {
    return "time";
  }
}
