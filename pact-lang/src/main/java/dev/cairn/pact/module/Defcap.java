package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A capability. */
public record Defcap(
    Module module,
    String name,
    List<Parameter> parameters,
    @Nullable Type result,
    Meta meta,
    Body body,
    Position position)
    implements Definition.Callable {

  @Override
  public String kind() {
    return "defcap";
  }

  /** How a capability is acquired. */
  public sealed interface Meta {

    /** By running its body. */
    record Unmanaged() implements Meta {}

    /** By running its body; acquiring it is an event. */
    record Event() implements Meta {}

    /** Once per installed instance. */
    record AutoManaged() implements Meta {}

    /**
     * As often as a function allows that is given the installed and the requested argument.
     *
     * @param index position of that argument
     * @param manager null in an interface
     */
    record Managed(int index, String parameter, String managerName, @Nullable Defun manager)
        implements Meta {}
  }
}
