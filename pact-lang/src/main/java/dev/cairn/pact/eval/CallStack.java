package dev.cairn.pact.eval;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions, capabilities and defpacts that are running. No two of them have one name. */
public final class CallStack {
  /**
   * Deepest nesting of terms over all running calls: contracts reach some hundreds. A level costs
   * up to four Java frames of 100 bytes, so {@link EvaluationThread} has room for this many times
   * over; and the search for recursion walks the calls.
   */
  static final int MAX_HEIGHT = 10_000;

  // Changed by the one thread that runs the transaction.
  private @Nullable Call top;
  private int height;

  /**
   * A running call.
   *
   * @param height nesting of the terms of its body
   */
  public record Call(Definition definition, int height, @Nullable Call below) {}

  /** A mark to come back to. */
  public record Mark(@Nullable Call top, int height) {}

  /** Begins a call; fails if the same function is already running. */
  public void push(Definition definition, int bodyHeight) {
    for (Call call = top; call != null; call = call.below) {
      if (isSame(call.definition, definition)) {
        throw recursion(definition);
      }
    }
    descend(bodyHeight);
    top = new Call(definition, bodyHeight, top);
  }

  /** Begins code that nests so deep; every call of a lambda does so, too. */
  void descend(int levels) {
    if (height + levels > MAX_HEIGHT) {
      throw PactException.fatal("Evaluation nests deeper than " + MAX_HEIGHT + " levels");
    }
    height += levels;
  }

  /** Ends code that nests so deep. */
  void ascend(int levels) {
    height -= levels;
  }

  private static boolean isSame(Definition left, Definition right) {
    return left == right
        || (left.name().equals(right.name()) && left.module().name().equals(right.module().name()));
  }

  private static PactException recursion(Definition definition) {
    String name = definition.qualifiedName().toString();
    return PactException.fatal(
        "Recursion detected by the runtime. Recursing in function: " + name,
        "Recursion detected by the runtime in function: " + name);
  }

  /** Ends the innermost call. */
  public void pop() {
    if (top != null) {
      ascend(top.height);
      top = top.below;
    }
  }

  public boolean isEmpty() {
    return top == null;
  }

  public @Nullable Call top() {
    return top;
  }

  /** The module whose code is running; null at top level. */
  public @Nullable ModuleName callingModule() {
    return top == null ? null : top.definition.module().name();
  }

  /** Whether code of the module is running, in whatever call. */
  public boolean isRunning(ModuleName module) {
    for (Call call = top; call != null; call = call.below) {
      if (call.definition.module().name().equals(module)) {
        return true;
      }
    }
    return false;
  }

  public Mark mark() {
    return new Mark(top, height);
  }

  public void returnTo(Mark mark) {
    top = mark.top;
    height = mark.height;
  }

  /** Tells the failure which calls it ended. */
  PactException describe(PactException failure) {
    if (top == null || failure.origin() != null) {
      return failure;
    }
    List<String> calls = new ArrayList<>();
    for (Call call = top; call != null; call = call.below) {
      calls.add(call.definition.qualifiedName().toString());
    }
    return failure.within(top.definition.fullName().toString(), calls);
  }
}
