package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.PactValue;
import org.jspecify.annotations.Nullable;

/** A constant, evaluated when its module is loaded. */
public final class Defconst implements Definition {
  private final Module module;
  private final String name;
  private final @Nullable Type type;
  private final Body body;
  private final Position position;
  private @Nullable PactValue value;

  public Defconst(Module module, String name, @Nullable Type type, Body body, Position position) {
    this.module = module;
    this.name = name;
    this.type = type;
    this.body = body;
    this.position = position;
  }

  @Override
  public Module module() {
    return module;
  }

  @Override
  public String name() {
    return name;
  }

  public @Nullable Type type() {
    return type;
  }

  public Body body() {
    return body;
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public String kind() {
    return "defconst";
  }

  /** Fixes the value; done once, while the module is loaded. */
  public void evaluated(PactValue result) {
    this.value = result;
  }

  public PactValue value() {
    if (value == null) {
      throw new IllegalStateException("Constant " + qualifiedName() + " is not evaluated yet.");
    }
    return value;
  }
}
