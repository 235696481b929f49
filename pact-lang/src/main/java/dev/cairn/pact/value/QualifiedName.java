package dev.cairn.pact.value;

/** The name of a member of a module, whatever version of it is present. */
public record QualifiedName(ModuleName module, String name) {
  public QualifiedName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The name of a module's member is not empty.");
    }
  }

  /** {@code module.name} or {@code namespace.module.name}. */
  @Override
  public String toString() {
    return module + "." + name;
  }
}
