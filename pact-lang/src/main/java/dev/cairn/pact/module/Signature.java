package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, capability or defpact that an interface asks for.
 *
 * @param kind {@code defun}, {@code defcap} or {@code defpact}
 * @param meta of a capability; null for the others
 */
public record Signature(
    Module module,
    String name,
    String kind,
    List<Parameter> parameters,
    @Nullable Type result,
    Defcap.@Nullable Meta meta,
    Position position)
    implements Definition.Callable {}
