package dev.cairn.pact.module;

import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code use} inside a module; part of what its hash covers. */
public record ModuleImport(
    ModuleName module, @Nullable ModuleHash hash, @Nullable Set<String> names) {}
