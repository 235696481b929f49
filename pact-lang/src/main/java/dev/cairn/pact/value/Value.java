package dev.cairn.pact.value;

/**
 * Anything an expression can evaluate to: a {@link PactValue}, or one of the evaluator's own kinds
 * (closures, tables) that can be passed but not stored.
 */
public interface Value {
  /** The text that {@code typeof} gives, reference section 2.3. */
  String typeName();

  /** The word for the type in error messages, which names no parts. */
  default String kindName() {
    return typeName();
  }
}
