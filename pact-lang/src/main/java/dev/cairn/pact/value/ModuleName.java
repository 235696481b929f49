package dev.cairn.pact.value;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The name of a module or interface; without a namespace it lives in the root. */
public record ModuleName(@Nullable String namespace, String name)
    implements Comparable<ModuleName> {
  /** By name, then root before namespaces. */
  private static final Comparator<ModuleName> ORDER =
      Comparator.comparing(ModuleName::name, CodePoints.ORDER)
          .thenComparing(ModuleName::namespace, Comparator.nullsFirst(CodePoints.ORDER));

  public ModuleName {
    if (name.isEmpty() || (namespace != null && namespace.isEmpty())) {
      throw new IllegalArgumentException("The parts of a module name are not empty.");
    }
  }

  public static ModuleName root(String name) {
    return new ModuleName(null, name);
  }

  @Override
  public int compareTo(ModuleName other) {
    return ORDER.compare(this, other);
  }

  /** {@code name} or {@code namespace.name}. */
  @Override
  public String toString() {
    return namespace == null ? name : namespace + "." + name;
  }
}
