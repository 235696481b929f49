package dev.cairn.pact.syntax;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.ModuleName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code use}.
 *
 * @param hash the hash that the module must have; null for any
 * @param names what is imported; null for everything
 */
public record Import(
    ModuleName module, @Nullable String hash, @Nullable List<String> names, Position position) {}
