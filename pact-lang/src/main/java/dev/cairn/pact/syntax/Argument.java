package dev.cairn.pact.syntax;

import dev.cairn.pact.error.Position;
import org.jspecify.annotations.Nullable;

/** A name that something is bound to, and its type if one is written. */
public record Argument(String name, @Nullable TypeName type, Position position) {}
