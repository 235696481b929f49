package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function. */
public record Defun(
    Module module,
    String name,
    List<Parameter> parameters,
    @Nullable Type result,
    Body body,
    Position position)
    implements Definition.Callable {

  @Override
  public String kind() {
    return "defun";
  }
}
