package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A computation of several transactions. */
public record Defpact(
    Module module,
    String name,
    List<Parameter> parameters,
    @Nullable Type result,
    List<Step> steps,
    Position position)
    implements Definition.Callable {

  @Override
  public String kind() {
    return "defpact";
  }

  /**
   * What one transaction does.
   *
   * @param rollback what undoes it; null if nothing does
   */
  public record Step(Body body, @Nullable Body rollback) {

    public boolean hasRollback() {
      return rollback != null;
    }
  }
}
