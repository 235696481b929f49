package dev.cairn.pact.eval;

import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.module.Definition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that top-level code sees, and the namespace that new names go into. */
public final class Scope {
  // Changed by the one thread that runs the transaction.
  private final Map<String, Definition> names = new HashMap<>();
  private @Nullable Namespace namespace;

  public Map<String, Definition> names() {
    return names;
  }

  public void add(Definition definition) {
    names.put(definition.name(), definition);
  }

  public @Nullable Namespace namespace() {
    return namespace;
  }

  public void enter(@Nullable Namespace target) {
    this.namespace = target;
  }

  /** Puts back the names of an earlier copy. */
  public void restore(Map<String, Definition> earlier) {
    names.clear();
    names.putAll(earlier);
  }
}
