package dev.cairn.pact.value;

/**
 * What an expression evaluates to: a {@code PactValue}, which can be stored and returned, or a
 * closure, which natives can be given but nothing can keep.
 */
public interface Value {

  /** Name of the value's type as {@code typeof} and type errors show it. */
  String typeName();
}
