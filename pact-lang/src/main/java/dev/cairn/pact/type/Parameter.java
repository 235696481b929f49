package dev.cairn.pact.type;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.PactValue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A name that a value is bound to, and the type that the value must have, if any. */
public record Parameter(String name, @Nullable Type type, Position position) {

  /**
   * Fails unless there is no type or the value has it.
   *
   * @param gas takes the milligas of looking into the value
   */
  public static void check(@Nullable Type type, PactValue value, LongConsumer gas) {
    if (type != null && !type.accepts(value, gas)) {
      throw PactException.fatal(
          "Runtime typecheck failure, argument is "
              + value.kindName()
              + " , but expected type "
              + type,
          "Type check failed. The argument is  "
              + value.kindName()
              + " but the expected type is  "
              + type.kindName());
    }
  }

  /** Same name and type, wherever it stands. */
  public boolean sameAs(Parameter other) {
    return name.equals(other.name) && java.util.Objects.equals(type, other.type);
  }
}
