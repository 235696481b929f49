package dev.cairn.pact.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
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

  /** Reads {@code name} or {@code namespace.name}. */
  public static Optional<ModuleName> parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (!Arrays.stream(parts).allMatch(Identifier::isValid)) {
      return Optional.empty();
    }
    return switch (parts.length) {
      case 1 -> Optional.of(root(parts[0]));
      case 2 -> Optional.of(new ModuleName(parts[0], parts[1]));
      default -> Optional.empty();
    };
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
