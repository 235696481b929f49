package dev.cairn.pact.value;

/** What {@code (CAP a)} evaluates to: a capability and its arguments, not yet acquired. */
public record CapToken(FullyQualifiedName name, PList args) implements PactValue {
  @Override
  public String typeName() {
    return "CAPTOKEN";
  }

  @Override
  public String kindName() {
    return "closure";
  }

  @Override
  public int depth() {
    return args.depth();
  }

  @Override
  public long weight() {
    return args.weight();
  }
}
