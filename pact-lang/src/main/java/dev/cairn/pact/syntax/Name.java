package dev.cairn.pact.syntax;

import dev.cairn.pact.value.ModuleName;

/** A name as written. */
public sealed interface Name {

  /** {@code x}. */
  record Bare(String name) implements Name {
    @Override
    public String toString() {
      return name;
    }
  }

  /** {@code module.x} or {@code namespace.module.x}. */
  record Qualified(ModuleName module, String name) implements Name {
    @Override
    public String toString() {
      return module + "." + name;
    }
  }

  /** {@code reference::x}. */
  record Dynamic(String reference, String name) implements Name {
    @Override
    public String toString() {
      return reference + "::" + name;
    }
  }
}
