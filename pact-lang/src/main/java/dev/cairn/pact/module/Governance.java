package dev.cairn.pact.module;

import dev.cairn.pact.value.KeysetName;

/** Who may change a module. */
public sealed interface Governance {

  /** Whoever satisfies the keyset of that name. */
  record Keyset(KeysetName name) implements Governance {}

  /** Whoever may acquire the module's capability of that name, which takes no arguments. */
  record Capability(String name) implements Governance {}
}
