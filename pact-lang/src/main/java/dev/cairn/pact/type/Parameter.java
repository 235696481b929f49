package dev.cairn.pact.type;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.PactValue;
import org.jspecify.annotations.Nullable;

/** A name that a value is bound to, and the type that the value must have, if any. */
public record Parameter(String name, @Nullable Type type, Position position) {

  /** Fails unless the value has the type. */
  public void check(PactValue value) {
    check(type, value);
  }

  /** Fails unless there is no type or the value has it. */
  public static void check(@Nullable Type type, PactValue value) {
    if (type != null && !type.accepts(value)) {
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
