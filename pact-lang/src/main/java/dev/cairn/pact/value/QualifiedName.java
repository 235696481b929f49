package dev.cairn.pact.value;

import java.util.Optional;

/** The name of a member of a module, whatever version of it is present. */
public record QualifiedName(ModuleName module, String name) {
  public QualifiedName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The name of a module's member is not empty.");
    }
  }

  /** Reads {@code module.name} or {@code namespace.module.name}. */
  public static Optional<QualifiedName> parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0 || !Identifier.isValid(text.substring(dot + 1))) {
      return Optional.empty();
    }
    return ModuleName.parse(text.substring(0, dot))
        .map(module -> new QualifiedName(module, text.substring(dot + 1)));
  }

  /** {@code module.name} or {@code namespace.module.name}. */
  @Override
  public String toString() {
    return module + "." + name;
  }
}
