package dev.cairn.pact.keyset;

import dev.cairn.pact.value.QualifiedName;

/** Who may define namespaces and install modules outside them. */
public sealed interface NamespacePolicy {

  /** Whether modules may be installed without a namespace. */
  boolean rootIsOpen();

  /** Anybody may do both. */
  record Simple() implements NamespacePolicy {
    @Override
    public boolean rootIsOpen() {
      return true;
    }
  }

  /** A function is asked whether a namespace may be defined. */
  record Smart(boolean rootIsOpen, QualifiedName function) implements NamespacePolicy {}
}
