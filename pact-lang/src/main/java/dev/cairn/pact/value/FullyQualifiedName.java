package dev.cairn.pact.value;

import java.util.Optional;

/** The name of a member of one version of a module. */
public record FullyQualifiedName(ModuleName module, String name, ModuleHash hash) {
  /** Reads {@code module.name.{hash}}. */
  public static Optional<FullyQualifiedName> parse(String text) {
    int brace = text.indexOf(".{");
    if (brace < 0 || !text.endsWith("}")) {
      return Optional.empty();
    }
    String hash = text.substring(brace + 2, text.length() - 1);
    return ModuleHash.parse(hash)
        .flatMap(
            of ->
                QualifiedName.parse(text.substring(0, brace))
                    .map(name -> new FullyQualifiedName(name.module(), name.name(), of)));
  }

  public QualifiedName qualified() {
    return new QualifiedName(module, name);
  }

  /** {@code module.name.{hash}}. */
  @Override
  public String toString() {
    return module + "." + name + ".{" + hash + "}";
  }
}
