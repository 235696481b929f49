package dev.cairn.pact.value;

import org.jspecify.annotations.Nullable;

/** The name under which a keyset is defined; old ones have no namespace. */
public record KeysetName(@Nullable String namespace, String name) {
  /** {@code name} or {@code namespace.name}. */
  @Override
  public String toString() {
    return namespace == null ? name : namespace + "." + name;
  }
}
