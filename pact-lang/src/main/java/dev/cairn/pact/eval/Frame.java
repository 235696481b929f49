package dev.cairn.pact.eval;

import dev.cairn.pact.module.Definition;
import dev.cairn.pact.value.Value;
import java.util.Arrays;

/** The variables of one running call, by slot, and its context. */
public final class Frame {
  private final Value[] slots;
  private final Context context;

  private Frame(Value[] slots, Context context) {
    this.slots = slots;
    this.context = context;
  }

  /** A frame for the body, whose first variables are the arguments. */
  public static Frame of(Definition.Body body, Value[] arguments, Context context) {
    return new Frame(Arrays.copyOf(arguments, body.frameSize()), context);
  }

  /** A frame for the body of a closure: captured variables, then the arguments. */
  static Frame of(Definition.Body body, Value[] captured, Value[] arguments, Context context) {
    Value[] slots = Arrays.copyOf(captured, body.frameSize());
    System.arraycopy(arguments, 0, slots, captured.length, arguments.length);
    return new Frame(slots, context);
  }

  public Value get(int slot) {
    return slots[slot];
  }

  public void set(int slot, Value value) {
    slots[slot] = value;
  }

  /** The variables that a closure made now can see. */
  public Value[] captured(int count) {
    return Arrays.copyOf(slots, count);
  }

  public Context context() {
    return context;
  }

  /** The same variables in another context. */
  public Frame in(Context other) {
    return new Frame(slots, other);
  }
}
