package dev.cairn.pact.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables in sight while code is resolved, innermost last; slots are given in order. */
final class Locals {
  private final Map<String, Deque<Integer>> slots = new HashMap<>();
  private int depth;

  /** Brings a variable in sight; returns its slot. */
  int bind(String name) {
    slots.computeIfAbsent(name, key -> new ArrayDeque<>()).push(depth);
    return depth++;
  }

  /** Puts the variable that came last out of sight. */
  void unbind(String name) {
    Deque<Integer> bound = slots.get(name);
    if (bound == null) {
      throw new IllegalStateException("Variable " + name + " is not bound.");
    }
    bound.pop();
    depth--;
  }

  @Nullable Integer slot(String name) {
    Deque<Integer> bound = slots.get(name);
    return bound == null ? null : bound.peek();
  }

  int depth() {
    return depth;
  }
}
