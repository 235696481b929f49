package dev.cairn.pact.syntax;

import dev.cairn.pact.value.ModuleName;
import java.util.List;

/** A type as written. */
public sealed interface TypeName {

  /** A type of one word: {@code integer}, {@code list}, {@code object}… */
  record Plain(String word) implements TypeName {}

  /** {@code [t]}. */
  record ListOf(TypeName item) implements TypeName {}

  /** {@code object{s}}. */
  record ObjectOf(Name schema) implements TypeName {}

  /** {@code table{s}}. */
  record TableOf(Name schema) implements TypeName {}

  /** {@code module{a, b}}. */
  record ModuleOf(List<ModuleName> interfaces) implements TypeName {}
}
