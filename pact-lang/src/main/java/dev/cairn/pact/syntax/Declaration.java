package dev.cairn.pact.syntax;

import dev.cairn.pact.error.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a module or interface as written; in an interface most have no body. */
public sealed interface Declaration {

  String name();

  Position position();

  record Function(
      String name,
      @Nullable TypeName result,
      List<Argument> arguments,
      List<Expression> body,
      Position position)
      implements Declaration {}

  record Constant(String name, @Nullable TypeName type, Expression value, Position position)
      implements Declaration {}

  record Capability(
      String name,
      @Nullable TypeName result,
      List<Argument> arguments,
      @Nullable Meta meta,
      List<Expression> body,
      Position position)
      implements Declaration {}

  record Schema(String name, List<Argument> fields, Position position) implements Declaration {}

  record Table(String name, Name schema, Position position) implements Declaration {}

  record Pact(
      String name,
      @Nullable TypeName result,
      List<Argument> arguments,
      List<Step> steps,
      Position position)
      implements Declaration {}

  /** What is written between the arguments and the body of a capability. */
  sealed interface Meta {
    /** {@code @event}. */
    record Event() implements Meta {}

    /** {@code @managed}. */
    record AutoManaged() implements Meta {}

    /** {@code @managed parameter manager}. */
    record Managed(String parameter, Name manager) implements Meta {}
  }

  /** One step of a defpact. */
  record Step(boolean entity, Expression body, @Nullable Expression rollback, Position position) {}
}
