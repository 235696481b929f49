package dev.cairn.pact.value;

/** The name of a member of one version of a module. */
public record FullyQualifiedName(ModuleName module, String name, ModuleHash hash) {
  public QualifiedName qualified() {
    return new QualifiedName(module, name);
  }

  /** {@code module.name.{hash}}. */
  @Override
  public String toString() {
    return module + "." + name + ".{" + hash + "}";
  }
}
