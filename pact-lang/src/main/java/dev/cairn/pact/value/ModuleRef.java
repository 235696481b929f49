package dev.cairn.pact.value;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A module passed as a value, with the interfaces it implements; these are left out of equality, as
 * an upgrade may add some.
 */
public record ModuleRef(ModuleName name, SortedSet<ModuleName> interfaces) implements PactValue {
  public ModuleRef {
    interfaces = Collections.unmodifiableSortedSet(new TreeSet<>(interfaces));
  }

  public static ModuleRef of(ModuleName name, Collection<ModuleName> interfaces) {
    return new ModuleRef(name, new TreeSet<>(interfaces));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModuleRef reference && name.equals(reference.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String typeName() {
    return interfaces.stream()
        .map(ModuleName::toString)
        .collect(Collectors.joining(",", "module{", "}"));
  }

  @Override
  public String kindName() {
    return "modref";
  }
}
